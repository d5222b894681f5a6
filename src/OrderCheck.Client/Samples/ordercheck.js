/*
 * OrderCheck over JSON in one file: no dependencies, ES5, for old and new browsers and for Node.js 18 or later.
 *
 *   var client = OrderCheck.create({ address: 'http://127.0.0.1:5080', apiKey: 'demo', role: 'doctor', person: 'D001' });
 *   client.check({ encounter: { visit_number: 'ZY000001' }, orders: [ … ] }, function (result) {
 *     // result.state is COMPLETE, PARTIAL or UNCHECKED. Unchecked is not clean: show result.reasons, and let the doctor go on.
 *   });
 *   client.write('/v1/charges:post', { encounter: …, charges: [ … ] }, function (result) {
 *     // result.state is RECORDED, NOT_RECORDED (see result.violations) or UNKNOWN (send the same request_id again later).
 *   });
 *
 * Run it: node ordercheck.js [ADDRESS] [API_KEY] [VISIT_NUMBER] [ITEM_CODE]
 */
(function (root) {
  'use strict';

  var WORDS = {
    deadline: '审核未能在规定时间内完成，本次未审核，不代表没有问题；可以照常开立，系统将补审。',
    unavailable: '审核服务暂时无法连接，本次未审核，不代表没有问题；可以照常开立，恢复后系统将补审。',
    unreadable_answer: '审核服务的应答无法识别，本次未审核，不代表没有问题；可以照常开立，恢复后系统将补审。',
    refused: '审核服务拒绝了本次送审，本次未审核，不代表没有问题；可以照常开立，请联系信息科处理。'
  };

  /* Calls back once with { status, body } or { failure: 'deadline' | 'unavailable' }. */
  function send(method, url, headers, text, milliseconds, done) {
    var ended = false, abort = null, timer;
    function end(result) {
      if (ended) { return; }
      ended = true;
      clearTimeout(timer);
      if (result.failure && abort) { abort(); }
      done(result);
    }
    timer = setTimeout(function () { end({ failure: 'deadline' }); }, milliseconds);
    try {
      abort = (typeof XMLHttpRequest !== 'undefined' ? sendByXhr : sendByFetch)(method, url, headers, text, end);
    } catch (error) {
      end({ failure: 'unavailable' });
    }
  }

  function sendByXhr(method, url, headers, text, end) {
    var xhr = new XMLHttpRequest(), name;
    xhr.open(method, url, true);
    for (name in headers) { if (headers.hasOwnProperty(name)) { xhr.setRequestHeader(name, headers[name]); } }
    xhr.onload = function () { end({ status: xhr.status, body: xhr.responseText }); };
    xhr.onerror = function () { end({ failure: 'unavailable' }); };
    xhr.send(text);
    return function () { xhr.abort(); };
  }

  function sendByFetch(method, url, headers, text, end) {
    var control = new AbortController();
    root.fetch(url, { method: method, headers: headers, body: text, redirect: 'manual', signal: control.signal }).then(function (response) {
      return response.text().then(function (body) { end({ status: response.status, body: body }); });
    }).then(null, function () { end({ failure: 'unavailable' }); });
    return function () { control.abort(); };
  }

  function parse(text) {
    try {
      var value = JSON.parse(text);
      return value && typeof value === 'object' ? value : null;
    } catch (error) {
      return null;
    }
  }

  /* Sorts a reply: answer, or failure with whether the same may succeed a moment later. */
  function read(reply, isWhole) {
    var body = reply.failure ? null : parse(reply.body);
    if (reply.failure) { return { failure: reply.failure, again: true }; }
    if (reply.status >= 200 && reply.status < 300 && body && isWhole(body)) { return { answer: body }; }
    /* 408, 429: ended on the way, or too much to do. */
    if (reply.status >= 500 || reply.status === 408 || reply.status === 429) {
      return { failure: (body && body.reason) || 'unavailable', again: true };
    }
    if (reply.status >= 400 && body && body.code) {
      return { failure: body.reason || 'refused', again: false, violations: body.violations || [] };
    }
    return { failure: 'unreadable_answer', again: true };
  }

  /* 128 random bits: unique for the encounter for ever. */
  function newRequestId() {
    var id = '', i, bytes = root.crypto && root.crypto.getRandomValues ? root.crypto.getRandomValues(new Uint8Array(16)) : null;
    for (i = 0; i < 16; i++) { id += (256 + (bytes ? bytes[i] : Math.floor(Math.random() * 256))).toString(16).slice(1); }
    return id;
  }

  function create(options) {
    var checkDeadline = options.checkDeadline || 200, writeDeadline = options.writeDeadline || 10000;

    function headers() {
      var all = { 'content-type': 'application/json', 'x-api-key': options.apiKey };
      if (options.role) { all['x-oc-role'] = options.role; }
      if (options.department) { all['x-oc-department'] = encodeURIComponent(options.department); }
      if (options.person) { all['x-oc-person'] = encodeURIComponent(options.person); }
      return all;
    }

    function call(method, path, body, milliseconds, isWhole, done) {
      send(method, options.address + path, headers(), body ? JSON.stringify(body) : undefined, milliseconds, function (reply) {
        done(read(reply, isWhole));
      });
    }

    /* done({ state, reasons, answer }): within the deadline, whatever happens. */
    function check(request, done) {
      call('POST', '/v1/orders:check', request, checkDeadline, function (body) { return !!body.state; }, function (result) {
        if (result.answer) {
          done({ state: result.answer.state.replace('CHECK_STATE_', ''), reasons: result.answer.stateReasons || [], answer: result.answer });
        } else {
          var code = result.failure, sentence = WORDS[code] || (result.again ? WORDS.unavailable : WORDS.refused);
          done({ state: 'UNCHECKED', reasons: [{ code: code, message: sentence }], violations: result.violations || [], answer: null });
        }
      });
    }

    /* done({ state, requestId, receipt, failure, violations, attempts }): sent again with the same request id until time is up. */
    function write(path, request, done) {
      var started = +new Date(), attempts = 0, delay = 100;
      request.request_id = request.request_id || newRequestId();
      function attempt() {
        var left = writeDeadline - (+new Date() - started);
        attempts++;
        call('POST', path, request, Math.max(1, Math.min(left, 3000)), function (body) { return +body.ledgerSequence > 0; }, function (result) {
          var pause = delay / 2 + Math.random() * delay;
          if (result.again && +new Date() - started + pause < writeDeadline) {
            delay = Math.min(delay * 2, 2000);
            setTimeout(attempt, pause);
            return;
          }
          done({
            state: result.answer ? 'RECORDED' : result.again ? 'UNKNOWN' : 'NOT_RECORDED',
            requestId: request.request_id, receipt: result.answer || null, failure: result.failure || null,
            violations: result.violations || [], attempts: attempts
          });
        });
      }
      attempt();
    }

    /* done({ answer } or { failure }) */
    function get(path, done) {
      call('GET', path, null, 5000, function () { return true; }, done);
    }

    return { check: check, write: write, get: get };
  }

  root.OrderCheck = { create: create, newRequestId: newRequestId };

  if (typeof module === 'undefined' || typeof require === 'undefined') { return; }
  module.exports = root.OrderCheck;
  if (require.main !== module) { return; }

  /* The demonstration: one JSON object a line, exit code 0 if the check was complete and the charge recorded. */
  var given = process.argv.slice(2), visit = given[2] || 'ZY000001';
  var client = create({ address: given[0] || 'http://127.0.0.1:5080', apiKey: given[1] || 'demo', role: 'his', department: 'A03.04', person: 'D001' });
  var now = new Date().toISOString();
  var item = given[3] || '001102000050000';
  client.get('/v1/encounters/' + encodeURIComponent(visit), function (before) {
    client.check({
      encounter: { visit_number: visit },
      orders: [{ id: 'js-1', kind: 'ORDER_KIND_SERVICE', item_code: item, quantity: { value: '30', unit: '日' }, start_at: now }]
    }, function (checked) {
      console.log(JSON.stringify({
        check: checked.state, reasons: checked.reasons, connected: !!before.answer,
        findings: checked.answer ? checked.answer.findings.map(function (finding) { return finding.message; }) : []
      }));
      client.write('/v1/charges:post', {
        encounter: { visit_number: visit },
        charges: [{
          id: 'js-' + newRequestId(), item_code: item, quantity: '1', unit: '日', unit_price: '1.00', amount: '1.00', occurred_at: now
        }]
      }, function (written) {
        console.log(JSON.stringify({
          write: written.state, request_id: written.requestId, attempts: written.attempts, failure: written.failure, violations: written.violations
        }));
        process.exitCode = checked.state === 'COMPLETE' && written.state === 'RECORDED' ? 0 : 1;
      });
    });
  });
})(typeof window !== 'undefined' ? window : globalThis);
