// What an old browser has for calling a server, as far as the sample uses it: so that its path is run, too.
'use strict';
const http = require('http');

globalThis.XMLHttpRequest = class {
  open(method, url) {
    this.request = http.request(url, { method }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => { text += part; });
      response.on('end', () => {
        this.status = response.statusCode;
        this.responseText = text;
        this.onload();
      });
    });
    this.request.on('error', () => this.onerror());
  }

  setRequestHeader(name, value) { this.request.setHeader(name, value); }

  send(text) { this.request.end(text); }

  abort() { this.request.destroy(); }
};

// An old browser has no fetch to fall back on.
delete globalThis.fetch;
