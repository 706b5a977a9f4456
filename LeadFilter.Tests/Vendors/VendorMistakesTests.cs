namespace LeadFilter.Tests.Vendors;

/// <summary>What is said of mistakes in vendors.json: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class VendorMistakesTests
{
    [TestMethod]
    [DataRow(
        "[]",
        "2:12 $.vendors: this is an array. Write an object { … }.")]
    [DataRow(
        """{ "Acme!": {} }""",
        "2:23 $.vendors['Acme!']: 'Acme!' is not a valid vendor id. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.")]
    [DataRow(
        """{ "acme": [] }""",
        "2:22 $.vendors.acme: this is an array. Write an object { … }.")]
    [DataRow(
        """{ "acme": {} }""",
        """2:22 $.vendors.acme: 'keys' is missing. Add "keys": [ SHA-256 of the vendor's API key, as 64 hex digits ].""")]
    [DataRow(
        """{ "acme": { "keys": [] } }""",
        "2:32 $.vendors.acme.keys: 'acme' has no key. Add the SHA-256 of the vendor's API key, or remove the vendor.")]
    [DataRow(
        """{ "acme": { "name": "", "keys": "x", "key": 1 } }""",
        "2:32 $.vendors.acme.name: this text is empty. Write something, or remove the key." + "\n"
            + "2:44 $.vendors.acme.keys: this is text. Write it in brackets: [ \"x\" ]." + "\n"
            + "2:56 $.vendors.acme.key: unknown key 'key'. Write 'keys' if you meant that, otherwise remove it.")]
    [DataRow(
        """{ "acme": { "keys": ["acme-demo-key", 5] } }""",
        "2:33 $.vendors.acme.keys[0]: this is not a SHA-256. Write the 64 hex digits that `printf %s KEY | sha256sum` prints; never the key itself." + "\n"
            + """2:50 $.vendors.acme.keys[1]: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "acme": { "keys": ["8676D15D94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4", "8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } }""",
        "2:101 $.vendors.acme.keys[1]: this key stands here twice. Keep one of the two.")]
    [DataRow(
        """{ "acme": { "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] }, "bright": { "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } }""",
        "2:125 $.vendors.bright.keys[0]: this key is a key of 'acme' too. Give each vendor a key of its own.")]
    [DataRow(
        """{ "acme": { "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d"] } }""",
        "2:33 $.vendors.acme.keys[0]: this is not a SHA-256. Write the 64 hex digits that `printf %s KEY | sha256sum` prints; never the key itself.")]
    [DataRow(
        """{ "acme": { "ratePerSecond": 0, "burst": 0, "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } }""",
        "2:41 $.vendors.acme.ratePerSecond: 0 is out of range. Write a number from 0.01 to 100000." + "\n"
            + "2:53 $.vendors.acme.burst: 0 is out of range. Write a number from 1 to 100000.")]
    [DataRow(
        """{ "acme": { "ratePerSecond": "5", "burst": 2.5, "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } }""",
        """2:41 $.vendors.acme.ratePerSecond: this is text. Write 5, a number without quotes.""" + "\n"
            + "2:55 $.vendors.acme.burst: 2.5 is not a whole number. Write how many requests may come at once, such as 50.")]
    [DataRow(
        """{ "acme": { "burst": 5, "keys": ["8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4"] } }""",
        """2:33 $.vendors.acme.burst: 'burst' is nothing without 'ratePerSecond'. Add "ratePerSecond": how many requests a second the vendor may send.""")]
    public void Vendors(string json, string mistakes) => Assert.AreEqual(mistakes, VendorText.Mistakes(json));
}
