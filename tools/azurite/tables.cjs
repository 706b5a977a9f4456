// Runs Azurite's Table Storage in memory on a free port of 127.0.0.1, prints "port NUMBER", and ends when its input ends:
// so it never outlives the process that started it.
const { Server } = require("node:net");

const listen = Server.prototype.listen;
Server.prototype.listen = function (...args) {
  this.once("listening", () => console.log(`port ${this.address().port}`));
  return listen.apply(this, args);
};

process.stdin.resume().on("end", () => process.exit());
process.argv.push("--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--tableHost", "127.0.0.1", "--tablePort", "0");
require("azurite/dist/src/table/main.js");
