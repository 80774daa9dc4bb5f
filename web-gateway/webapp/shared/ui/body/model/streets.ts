/** A calm drawing in place of a map: nothing of it is true, but the same place always looks the same. */
export interface Streets {
  streets: { d: string; width: number }[];
  greens: { x: number; y: number; width: number; height: number }[];
  water: string;
}

export function streetsOf(latitude: number, longitude: number): Streets {
  const next = numbers(Math.round(latitude * 1e4) * 73_856_093 + Math.round(longitude * 1e4) * 19_349_663);
  const tilt = (next() - 0.5) * 26;
  const across = Array.from({ length: 4 }, (_, at) => {
    const y = 18 + at * 36 + (next() - 0.5) * 14;
    return { d: `M-10 ${fixed(y + tilt)}L354 ${fixed(y - tilt)}`, width: at === 1 ? 9 : 5 };
  });
  const down = Array.from({ length: 6 }, (_, at) => {
    const x = 20 + at * 62 + (next() - 0.5) * 30;
    return { d: `M${fixed(x + tilt / 2)} -10L${fixed(x - tilt / 2)} 150`, width: at === 3 ? 8 : 4 };
  });
  const greens = Array.from({ length: 2 }, (_, at) => ({
    x: fixed(12 + at * 200 + next() * 60),
    y: fixed(8 + next() * 70),
    width: fixed(44 + next() * 40),
    height: fixed(26 + next() * 26),
  }));
  const bank = 104 + next() * 22;
  const water = `M-10 ${fixed(bank)}C80 ${fixed(bank - 26)} 200 ${fixed(bank + 26)} 354 ${fixed(bank - 8)}V150H-10Z`;
  return { streets: [...across, ...down], greens, water };
}

/** A small generator of numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function fixed(value: number): number {
  return Math.round(value * 10) / 10;
}
