/**
 * Puts a folder in the page's memory in place of the browser's own picker, which no driver can use. It keeps the picker's
 * interface: nothing stands in a file before `close`. `window.folder` holds its files and, for a while, what it refuses with.
 */
export const FAKE_PICKER = `
  const files = {};
  window.folder = { files, refuse: '' };
  const guard = () => {
    if (window.folder.refuse) throw new DOMException('refused', window.folder.refuse);
  };
  const file = (name) => ({
    kind: 'file',
    name,
    getFile: async () => (guard(), new File([files[name]], name)),
    createWritable: async () => {
      guard();
      let waiting = '';
      return {
        write: async (text) => void (waiting += text),
        close: async () => (guard(), (files[name] = waiting)),
        abort: async () => {}
      };
    }
  });
  window.showDirectoryPicker = async () => ({
    kind: 'directory',
    name: 'notes',
    queryPermission: async () => 'granted',
    values: async function* () { for (const name of Object.keys(files)) yield file(name); },
    getFileHandle: async (name, options) => {
      guard();
      if (!(name in files) && !options?.create) throw new DOMException('none', 'NotFoundError');
      files[name] ??= '';
      return file(name);
    }
  });`;

/** Hands the next folder that is dropped on the page to its picker: a real handle of a real folder. */
export const PICK_DROPPED = `
  window.addEventListener('drop', (event) => {
    const asked = event.dataTransfer.items[0].getAsFileSystemHandle();
    window.showDirectoryPicker = () => asked;
    window.dropped = true;
    event.stopImmediatePropagation();
    event.preventDefault();
  }, { capture: true, once: true });`;

/** Drops a file made in the page on its window; gives out whether the page kept the browser from opening it. */
export const dropText = (name: string, text: string): string => `
  const data = new DataTransfer();
  data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
  const event = (type) => new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
  const over = !document.body.dispatchEvent(event('dragover'));
  return over && !document.body.dispatchEvent(event('drop'));`;
