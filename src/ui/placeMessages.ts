type Status =
  | { is: 'absent' | 'none' | 'asks' | 'denied' | 'writing' }
  | { is: 'current'; at: number }
  | { is: 'refuses'; why: string; plan?: { withdraws: readonly unknown[] } }
  | { is: 'behind'; fault: string; detail: string };

const clock = (time: number) =>
  new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Why a place could not be written or read, by what the browser calls it, and the next step. */
function placeFault(fault: string, detail: string): string {
  switch (fault) {
    case 'NotFoundError':
      return 'it is not there any more. Bring the drive or the folder back, or choose another';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'the browser does not allow it. Choose it again, or another one';
    case 'NoModificationAllowedError':
      return 'another program holds the file open. Close it there';
    case 'QuotaExceededError':
      return 'the disk is full. Make room there';
    case 'OverwrittenError':
      return 'another program wrote there at the same moment';
    case 'TimeoutError':
      return 'it does not answer. See whether the drive is connected';
    default:
      return detail || 'the browser did not say why';
  }
}

/** What the status line adds about the file that is kept current; empty where there is none. */
export function placeLine(status: Status, place: string): string {
  switch (status.is) {
    case 'absent':
    case 'none':
      return '';
    case 'writing':
      return `being written into “${place}”…`;
    case 'current':
      return `kept current in “${place}” ${clock(status.at)}`;
    case 'asks':
    case 'denied':
      return `not yet in “${place}”: the browser wants your permission first, see Notes`;
    case 'refuses':
      return status.plan
        ? `not in “${place}”: your file there withdraws a text that you hold, see Notes`
        : `not in “${place}”: your file there cannot be read whole, see Notes`;
    case 'behind':
      return place ? `NOT YET in “${place}”: ${placeFault(status.fault, status.detail)}` : '';
  }
}

/** The part of Notes that keeps a file current. */
export const PLACE = {
  absent:
    'This browser cannot write into a folder by itself; Edge and Chrome can. By hand: write the notes file into the share’s notes folder, over your earlier one, and drop the files of the others on this page.',
  forgets: 'This browser cannot remember the place: choose it again on the next visit.',
  staying: (notes: string) => `Out of the file for their marking: ${notes}.`,
  nobody: 'No file of anybody else is there yet.',
  nothing: (files: string) => `${files} of others there: nothing you do not have.`,
  at: (time: number) => `Last at ${clock(time)}.`,
  fresh: (files: string, changes: string) =>
    `${files} of others there; they hold ${changes} you do not have.`,
  unread: (files: string) => `${files} there cannot be read whole.`
};

/** How things stand with the file that is kept current, in full and with the next step. */
export function placeSentence(status: Status, place: string, file: string): string {
  switch (status.is) {
    case 'absent':
      return PLACE.absent;
    case 'none':
      return 'Choose the notes folder of your share: the page then reads everyone’s file there and writes only yours. Or choose one file of your own. It is written anew after each change.';
    case 'asks':
      return `“${place}” is remembered, but the browser asks again on each visit. Nothing is read or written there until you allow it.`;
    case 'denied':
      return `The browser was told not to write to “${place}”. Your notes are safe here. Ask again, choose another place, or write the file by hand.`;
    case 'writing':
      return `Your notes are being written into “${place}” as ${file}.`;
    case 'current':
      return `Kept current in “${place}” as ${file}: written, read back and compared.`;
    case 'refuses':
      if (status.plan)
        return `${file} was left as it is, since it withdraws ${status.plan.withdraws.length === 1 ? 'a text' : `${status.plan.withdraws.length} texts`} that you hold. Look whether that goes here too; replacing the file puts it back there.`;
      return `${file} was left as it is. ${status.why} Copy it aside first if you need it; replacing it takes in what is sound and writes the file anew.`;
    case 'behind': {
      const why = placeFault(status.fault, status.detail);
      return place
        ? `NOT YET in “${place}”: ${why}. Your notes are safe in this browser; it is tried again by itself.`
        : `No place was chosen: ${why}.`;
    }
  }
}
