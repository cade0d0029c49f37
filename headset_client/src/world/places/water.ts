import { Color, Mesh, PlaneGeometry, ShaderMaterial } from 'three';

/** Still water: the sky's colours upside down, slow ripples, a path of light under the sun. One draw call. */
export function water(): { mesh: Mesh; setTime: (seconds: number) => void } {
  const material = new ShaderMaterial({
    uniforms: {
      time: { value: 0 },
      near: { value: new Color('#56707f') },
      far: { value: new Color('#e9c6a3') },
      sun: { value: new Color('#ffdcae') },
    },
    vertexShader:
      'varying vec3 spot; varying vec3 eye; void main() { vec4 w = modelMatrix * vec4(position, 1.0); spot = w.xyz; eye = cameraPosition; gl_Position = projectionMatrix * viewMatrix * w; }',
    fragmentShader: `uniform float time; uniform vec3 near, far, sun; varying vec3 spot; varying vec3 eye;
      void main() {
        vec3 view = normalize(spot - eye); float away = length(spot.xz - eye.xz);
        float fine = 1.0 / (1.0 + away * 0.06);
        float wave = sin(spot.z * 3.1 + time * 0.5 + sin(spot.x * 0.7) * 1.4) * 0.5 + sin(spot.z * 7.3 - time * 0.7 + spot.x * 1.1) * 0.3 + sin(spot.x * 2.3 + spot.z * 1.3 + time * 0.3) * 0.2;
        float glance = pow(1.0 - abs(view.y + wave * 0.012 * fine), 7.0);
        vec3 c = mix(near, far, clamp(glance + wave * 0.05 * fine, 0.0, 1.0));
        vec2 toSun = normalize(vec2(-5.0, -8.0)); float aim = max(dot(normalize(view.xz), toSun), 0.0);
        c += sun * pow(aim, 60.0) * (0.22 + 0.4 * smoothstep(0.45, 0.9, wave)) * smoothstep(2.0, 12.0, away);
        float shore = smoothstep(-2.1, -2.9, spot.z + 0.14 * sin(spot.x * 1.3 + time * 0.2) + 0.1 * sin(spot.x * 0.53));
        gl_FragColor = vec4(c, mix(0.25, 0.97, shore));
        #include <colorspace_fragment>
      }`,
    transparent: true,
  });
  const mesh = new Mesh(new PlaneGeometry(180, 84, 1, 1).rotateX(-Math.PI / 2).translate(0, -0.16, -43.9), material);
  return {
    mesh,
    setTime: (seconds) => {
      material.uniforms['time']!.value = seconds;
    },
  };
}
