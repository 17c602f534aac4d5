// Runs in the board's page before its own scripts: writes down which recording was started when, by the audio clock.
window.heard = [];
const addresses = new WeakMap();
const names = new WeakMap();

const read = Response.prototype.arrayBuffer;
Response.prototype.arrayBuffer = async function () {
  const bytes = await read.call(this);
  addresses.set(bytes, this.url);
  return bytes;
};
const decode = BaseAudioContext.prototype.decodeAudioData;
BaseAudioContext.prototype.decodeAudioData = async function (bytes) {
  const address = addresses.get(bytes) ?? '';
  const clip = await decode.call(this, bytes);
  names.set(clip, address.slice(address.lastIndexOf('/') + 1).replace('.wav', ''));
  return clip;
};
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (at) {
  window.heard.push({ clip: names.get(this.buffer), from: at, until: at + this.buffer.duration });
  return start.call(this, at);
};
