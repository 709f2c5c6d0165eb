// Loaded before a program with `node --import`: prints each host that the process looks up or connects to.
import dns from 'node:dns';
import net from 'node:net';

const say = (host) => process.stderr.write(`reached ${host}\n`);
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function recorded(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  say(options?.host ?? options?.path ?? 'localhost');
  return connect.apply(this, args);
};
const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  say(host);
  return lookup(host, ...rest);
};
