import {
  CanvasTexture,
  DoubleSide,
  MeshBasicMaterial,
  MeshLambertMaterial,
  RepeatWrapping,
  SRGBColorSpace,
  type Material,
  type Texture,
} from 'three';
import { penOn } from '../canvas';
import { steady } from './chance';
import { foliagePicture } from './foliage';

/** Seconds of wind; every leaf and blade of grass moves with it. */
export const wind = { value: 0 };

/** One fine grain for all that is solid: it takes the plastic look off large plain things. */
function grainTexture(): Texture {
  const size = 256;
  const g = penOn(size, size);
  const random = steady(11);
  g.fillStyle = '#f4f4f4';
  g.fillRect(0, 0, size, size);
  for (let i = 0; i < 5200; i++) {
    const tone = Math.round(214 + random() * 41);
    const r = 0.4 + random() * 1.1;
    const x = random() * size;
    const y = random() * size;
    g.fillStyle = `rgba(${tone},${tone},${tone},.42)`;
    for (const dx of [-size, 0, size]) {
      for (const dy of [-size, 0, size]) {
        if (x + dx < -4 || x + dx > size + 4 || y + dy < -4 || y + dy > size + 4) continue;
        g.beginPath();
        g.arc(x + dx, y + dy, r, 0, 7);
        g.fill();
      }
    }
  }
  const texture = new CanvasTexture(g.canvas);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 4;
  return texture;
}

// a leaf is lit like the crown it hangs in, from both sides; its colour is freed from the transparent edge of the picture
const LEAF_NORMAL = 'float faceDirection = 1.0; vec3 normal = normalize(vNormal); vec3 nonPerturbedNormal = normal;';
const LEAF_COLOUR = '#include <map_fragment>\n diffuseColor.rgb /= max(sampledDiffuseColor.a, 0.25);';
const LEAF_MOVE = `#include <begin_vertex>
 float gust = sin(wind * 0.9 + position.x * 0.35 + position.z * 0.5) * 0.6 + sin(wind * 2.3 + position.x * 1.7 - position.z * 1.3 + position.y) * 0.25;
 float give = clamp(position.y - 0.05, 0.0, 1.2) * 0.022 + clamp(position.y - 2.0, 0.0, 5.0) * 0.012;
 transformed += vec3(gust * give, 0.3 * gust * give, 0.6 * gust * give);`;

function leafMaterial(): MeshLambertMaterial {
  const map = new CanvasTexture(foliagePicture());
  map.colorSpace = SRGBColorSpace;
  map.anisotropy = 4;
  const material = new MeshLambertMaterial({ map, vertexColors: true, alphaTest: 0.42, alphaToCoverage: true, side: DoubleSide });
  material.onBeforeCompile = (shader) => {
    shader.uniforms['wind'] = wind;
    shader.vertexShader = `uniform float wind;\n${shader.vertexShader}`.replace('#include <begin_vertex>', LEAF_MOVE);
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <normal_fragment_begin>', LEAF_NORMAL)
      .replace('#include <map_fragment>', LEAF_COLOUR);
  };
  return material;
}

/** The few materials that everything in every place shares: made once and kept, so that nothing is compiled on arrival. */
export interface PlaceMaterials {
  solid: Material;
  glow: Material;
  shade: Material;
  glass: Material;
  leaves: Material;
}

let made: PlaceMaterials | null = null;

export function placeMaterials(): PlaceMaterials {
  made ??= {
    solid: new MeshLambertMaterial({ vertexColors: true, map: grainTexture() }),
    glow: new MeshBasicMaterial({ vertexColors: true }),
    shade: new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false }),
    glass: new MeshLambertMaterial({ vertexColors: true, transparent: true, opacity: 0.22, depthWrite: false, side: DoubleSide }),
    leaves: leafMaterial(),
  };
  return made;
}
