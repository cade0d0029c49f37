import { DoubleSide, MeshLambertMaterial, type Texture } from 'three';

/** What is turned while a person is in sight. Uniforms, so that nothing is compiled anew. */
export interface Veil {
  /** 0 gone .. 1 here: a fade that costs no blending. */
  presence: { value: number };
  /** 0 in colour .. 1 grey. */
  grey: { value: number };
}

const DECLARE = `
uniform float presence;
uniform float grey;
uniform float rim;
#include <common>`;

const FADE = `
if (presence < 1.0) {
  float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  if (grain >= presence) discard;
}
#include <map_fragment>`;

// hair and hems are thin: they are lit from both sides like the body they lie on
const LIT = 'float faceDirection = 1.0; vec3 normal = normalize(vNormal); vec3 nonPerturbedNormal = normal;';

// cloth and skin catch a little of the sky at their edges; it separates people from the background without a second light
const FINISH = `
float edge = pow(1.0 - saturate(dot(normalize(normal), normalize(vViewPosition))), 3.0);
outgoingLight += diffuseColor.rgb * vec3(0.86, 0.94, 1.0) * edge * rim;
outgoingLight = mix(outgoingLight, vec3(dot(outgoingLight, vec3(0.3, 0.59, 0.11))) * 0.85 + 0.06, grey);
#include <opaque_fragment>`;

function soften(material: MeshLambertMaterial, veil: Veil, rim: number): MeshLambertMaterial {
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, { presence: veil.presence, grey: veil.grey, rim: { value: rim } });
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', DECLARE)
      .replace('#include <map_fragment>', FADE)
      .replace('#include <normal_fragment_begin>', LIT)
      .replace('#include <opaque_fragment>', FINISH);
  };
  return material;
}

export const clothMaterial = (veil: Veil): MeshLambertMaterial =>
  soften(new MeshLambertMaterial({ vertexColors: true, side: DoubleSide }), veil, 0.4);

export const faceMaterial = (veil: Veil, map: Texture): MeshLambertMaterial => soften(new MeshLambertMaterial({ map }), veil, 0.3);
