import { describe, expect, test } from 'vitest';
import { PackFaults } from '../../src/pack/fault.ts';
import { openPack } from '../../src/pack/pack.ts';
import { openSpeakerNotes } from '../../src/pack/speaker.ts';
import { lacksOf } from '../../src/state/scenes.ts';
import { readSpeaker, SEEDS } from '../../tools/seeds.ts';
import { put, said, seeds, type Json } from './seeds.ts';

const pack = openPack(seeds());
const changed = (path: string, value: Json) => {
  const raw = seeds();
  put(raw, path, value);
  return said(raw);
};
const spoken = (notes: unknown): string => {
  try {
    openSpeakerNotes(notes, pack);
    return '';
  } catch (error) {
    return error instanceof PackFaults ? error.message : String(error);
  }
};

describe('the briefing’s own scenes', () => {
  test('[S303] are ten, each with a caption, a note for the speaker and a state that this edition has whole', () => {
    const speaker = openSpeakerNotes(readSpeaker(SEEDS), pack);
    expect(pack.scenes).toHaveLength(10);
    for (const scene of pack.scenes) {
      expect(scene.caption.length, scene.id).toBeGreaterThan(40);
      expect(speaker[scene.id]?.length ?? 0, scene.id).toBeGreaterThan(100);
      expect(lacksOf(pack, scene.state), scene.id).toEqual([]);
    }
  });

  test('[S304] name no figure that the records they name do not hold', () => {
    expect(changed('scenes[1].caption', 'China mined 62.0 % in 2024, by No. 57 of 9 October 2025.')).toEqual([
      'scenes[1].caption: figure without ground: "62" (name the record that holds it in "records", or leave it out)'
    ]);
    expect(changed('scenes[1].records', [])[0]).toContain('scenes[1].caption: figure without ground: "61"');
  });

  test('[S305] lead to views that a room can be shown, and to records that are here', () => {
    expect(changed('scenes[0].state', '#/notes')[0]).toMatch(
      /^scenes\[0\]\.state: not allowed here: "#\/notes"/
    );
    expect(changed('scenes[0].records[0]', 't9')[0]).toMatch(
      /^scenes\[0\]\.records\[0\]: unknown record "t9"/
    );
  });

  test('[S306] carry no word of likelihood, nor do the speaker’s notes', () => {
    expect(changed('scenes[2].title', 'Who probably refines them')[0]).toContain(
      'scenes[2].title: word of likelihood "probably"'
    );
    expect(spoken({ 'scene-why': 'It is likely.' })).toContain(
      'speaker.scene-why: word of likelihood "likely"'
    );
  });

  test('[S307] are told apart from strangers by the gate of the speaker’s notes, all faults at once', () => {
    const said = spoken({ 'scene-wy': 'x', 'scene-mined': 'It is 99.9 %.', 'scene-who': 7 });
    expect(said).toContain('speaker.scene-wy: unknown scene "scene-wy" (did you mean "scene-why"?)');
    expect(said).toContain('speaker.scene-mined: figure without ground: "99.9"');
    expect(said).toContain('speaker.scene-who: not allowed here: 7');
    expect(spoken([])).toContain('not speaker notes');
  });

  test('[S308] of another edition tell what is missing and keep the rest', () => {
    expect(lacksOf(pack, '#/flows?lens=gone&on=gone&what=scenario-gone').map(({ what }) => what)).toEqual([
      'selection',
      'lens',
      'choice'
    ]);
  });
});
