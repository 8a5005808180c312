import { describe, expect, it } from 'vitest';
import { quoted } from '../../src/exchange/paper.ts';
import { highestMarking, jointMarking, pageMarking, rank } from '../../src/notes/marking.ts';
import { notesOf } from '../../src/notes/note.ts';
import { redact } from '../../src/notes/revision.ts';
import { rev } from './sample.ts';

const TLP = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];

describe('a marking', () => {
  it('[NL1] ranks by its place on the list, none lowest, and an unknown text above the highest', () => {
    expect(['', '  ', undefined, ...TLP, 'SECRET', 'TLP:WHITE', '\u200b'].map((m) => rank(m, TLP))).toEqual([
      0, 0, 0, 1, 2, 3, 4, 5, 6, 6, 6
    ]);
    expect(rank('TLP:CLEAR', [])).toBe(1);
  });

  it('[NL1] is the same in other letters and with other spaces', () => {
    expect([rank(' tlp:red\n', TLP), rank('Very  Close', ['very close'])]).toEqual([5, 1]);
  });

  it('[NL2] of a note is that of its highest revision, not only of its head', () => {
    const first = rev({ marking: 'TLP:RED' });
    const second = rev({ parents: [first.id], marking: 'TLP:CLEAR' });
    const third = rev({ parents: [second.id] });
    const [note] = notesOf([first, second, third]);
    expect(highestMarking(note!.history, TLP)).toBe('TLP:RED');
  });

  it('[NL2] of a redacted revision is none, since nothing is left of it', () => {
    const first = rev({ marking: 'TLP:RED' });
    expect(highestMarking([redact(first)], TLP)).toBe('');
    expect(highestMarking(notesOf([redact(first)])[0]!.history, TLP)).toBe('');
  });

  it('[NL3] that is the highest of many is told as its author wrote it', () => {
    expect(highestMarking([rev(), rev({ marking: 'tlp:amber' }), rev({ marking: 'TLP:GREEN' })], TLP)).toBe(
      'tlp:amber'
    );
    expect(highestMarking([rev({ marking: 'TLP:RED' }), rev({ marking: 'NOFORN' })], TLP)).toBe(
      'TLP:RED · NOFORN'
    );
    expect(highestMarking([rev()], TLP)).toBe('');
  });

  it('[N79] names the highest listed one and each that the list does not know, none twice, and never ranks lower', () => {
    const of = (...markings: string[]) =>
      highestMarking(
        markings.map((marking) => rev({ marking })),
        TLP
      );
    expect(of('TLP:GREEN', 'TLP:RED · NOFORN', 'noforn', 'EYES ONLY', 'TLP:AMBER')).toBe(
      'TLP:RED · NOFORN · EYES ONLY'
    );
    expect(of('TLP:GREEN · TLP:AMBER', 'TLP:RED')).toBe('TLP:RED · TLP:GREEN · TLP:AMBER');
    expect(rank(of('TLP:GREEN', 'NOFORN'), TLP)).toBe(6);
    expect(rank(of('TLP:GREEN · TLP:AMBER'), TLP)).toBe(6);
    expect(of(' In \n house ')).toBe('In house');
  });

  it('[N79] stays short enough to be the marking of a note, whatever it is made of', () => {
    const markings = Array.from({ length: 300 }, (_, i) => `CODE ${i}`);
    const joint = jointMarking(['TLP:RED', ...markings], TLP);
    expect(joint).toMatch(/^TLP:RED · CODE 0 · .* · CODE \d+ · …$/);
    expect(rev({ marking: joint }).marking).toBe(joint);
    expect(rank(joint, TLP)).toBe(6);
  });
});

describe('a page that holds the briefing and notes', () => {
  it('[NP28] carries the higher of two markings, and both where the list does not know one', () => {
    expect(jointMarking(['TLP:AMBER', 'TLP:GREEN'], TLP)).toBe('TLP:AMBER');
    expect(jointMarking(['TLP:GREEN', 'tlp:red'], TLP)).toBe('tlp:red');
    expect(jointMarking(['TLP:GREEN', ''], TLP)).toBe('TLP:GREEN');
    expect(jointMarking(['', 'NOFORN'], TLP)).toBe('NOFORN');
    expect(jointMarking(['TLP:RED', 'NOFORN'], TLP)).toBe('TLP:RED · NOFORN');
    expect(jointMarking(['In\r house', 'in house'], TLP)).toBe('In house');
    expect(jointMarking(['', ''], TLP)).toBe('');
  });

  it('[N92] carries the briefing’s words where nothing is marked, and the highest of what it holds', () => {
    const briefing = { marking: 'TLP:GREEN', markings: TLP };
    const none = { ...briefing, marking: 'No marking supplied', unmarked: true as const };
    expect(pageMarking(none)).toBe('No marking supplied');
    expect(pageMarking(none, '', 'TLP:AMBER')).toBe('TLP:AMBER');
    expect(pageMarking(briefing, undefined, '')).toBe('TLP:GREEN');
    expect(pageMarking(briefing, 'TLP:RED', 'TLP:AMBER')).toBe('TLP:RED');
  });

  it('[NP28] carries it whatever breaks of lines were typed into it', () => {
    expect(quoted('A\r\nB\fC\u2028D "E" \\')).toBe('"A B C D \\"E\\" \\\\"');
  });
});
