// Tries every way out that a page has, each to a path of its own, and every way to make code out of text.
// It stands in a page of its own, once under the product's policy and once under none.
(() => {
  const { address, stun } = document.documentElement.dataset;
  const to = (name) => `${address}/${name}`;
  const answers = (window.answers = {});
  const ran = (window.ran = []);
  window.mark = (name) => ran.push(name);

  const add = (tag, more, place = document.body) => {
    const node = Object.assign(document.createElement(tag), more);
    place.append(node);
    return node;
  };
  const sheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  };
  const link = (rel, more = {}) => add('link', { rel, href: to(rel), ...more }, document.head);

  const CHANNELS = {
    fetch: () => fetch(to('fetch'), { mode: 'no-cors' }),
    keepalive: () => fetch(to('keepalive'), { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('GET', to('xhr'));
      request.send();
    },
    websocket: () => new WebSocket(to('websocket').replace('http', 'ws')),
    eventsource: () => new EventSource(to('eventsource')),
    beacon: () => navigator.sendBeacon(to('beacon'), 'x'),
    image: () => (new Image().src = to('image')),
    srcset: () => add('img', { srcset: `${to('srcset')} 1x` }),
    svgimage: () => {
      const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      image.setAttribute('href', to('svgimage'));
      picture.append(image);
      document.body.append(picture);
    },
    cssurl: () => sheet(`body { background: url(${to('cssurl')}) }`),
    stylesetter: () => (add('p', { textContent: 'x' }).style.backgroundImage = `url(${to('stylesetter')})`),
    font: () => new FontFace('probe', `url(${to('font')})`).load(),
    fontface: () => {
      sheet(`@font-face { font-family: far; src: url(${to('fontface')}) } b { font-family: far }`);
      add('b', { textContent: 'text' });
    },
    stylesheet: () => link('stylesheet'),
    icon: () => link('icon'),
    manifest: () => link('manifest'),
    prefetch: () => link('prefetch'),
    preload: () => link('preload', { as: 'image' }),
    modulepreload: () => link('modulepreload'),
    script: () => add('script', { src: to('script') }),
    import: () => import(to('import')),
    iframe: () => add('iframe', { src: to('iframe') }),
    framedoc: () => add('iframe', { srcdoc: `<img src="${to('framedoc')}">` }),
    object: () => add('object', { data: to('object') }),
    embed: () => add('embed', { src: to('embed') }),
    audio: () => add('audio', { src: to('audio'), preload: 'auto' }).load(),
    video: () => add('video', { poster: to('video'), preload: 'auto' }),
    track: () => {
      const video = add('video', {});
      add('track', { src: to('track'), default: true, kind: 'captions' }, video).track.mode = 'showing';
    },
    input: () => add('input', { type: 'image', src: to('input') }),
    form: () => {
      add('iframe', { name: 'sink' });
      add('form', { action: to('form'), method: 'post', target: 'sink' }).submit();
    },
    base: () => {
      add('base', { href: to('base/') }, document.head).remove();
      return document.baseURI.startsWith(address) ? 'taken' : Promise.reject(new Error('not taken'));
    },
    worker: () =>
      new Worker(URL.createObjectURL(new Blob([`fetch('${to('worker')}', { mode: 'no-cors' })`]))),
    sharedworker: () =>
      new SharedWorker(
        URL.createObjectURL(new Blob([`fetch('${to('sharedworker')}', { mode: 'no-cors' })`]))
      ),
    blobscript: () =>
      add('script', { src: URL.createObjectURL(new Blob([`new Image().src = '${to('blobscript')}'`])) }),
    datascript: () => add('script', { src: `data:text/javascript,new Image().src='${to('datascript')}'` }),
    markup: () => {
      const box = add('div', {});
      box.innerHTML = `<img src="${to('markup')}">`;
    },
    write: () => document.write(`<img src="${to('write')}">`),
    stylemarkup: () => {
      const style = add('style', {}, document.head);
      style.textContent = `i { content: url(${to('stylemarkup')}) }`;
      add('i', {});
    },
    webtransport: () => new WebTransport(to('webtransport').replace('http', 'https')).ready,
    reporting: () => fetch(to('reporting'), { mode: 'cors' }),
    webrtc: async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${stun}` }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    }
  };

  /** Each would call `mark` with its name, were text made into code. */
  const CODE = {
    eval: () => (0, eval)('mark("eval")'),
    function: () => new Function('mark("function")')(),
    generator: () => new (Object.getPrototypeOf(function* () {}).constructor)('mark("generator")')().next(),
    timer: () => setTimeout('mark("timer")'),
    handler: () => {
      const node = add('p', {});
      node.setAttribute('onclick', 'mark("handler")');
      node.click();
    },
    inline: () => add('script', { textContent: 'mark("inline")' }),
    address: () => add('iframe', { src: 'javascript:parent.mark("address")' }),
    anchor: () => add('a', { href: 'javascript:mark("anchor")', textContent: 'x' }).click()
  };

  const run = async ([name, attempt]) => {
    try {
      await attempt();
      answers[name] = 'tried';
    } catch (error) {
      answers[name] = `refused: ${error}`;
    }
  };
  const late = new Promise((done) => setTimeout(done, 2500));
  const all = Object.entries({ ...CHANNELS, ...CODE });
  Promise.race([Promise.all(all.map(run)), late])
    .then(() => late)
    .then(() => {
      for (const [name] of all) answers[name] ??= 'waiting';
      document.documentElement.dataset.done = 'yes';
    });
})();
