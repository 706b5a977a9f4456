using System.Text;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Vendors;

[TestClass]
public sealed class VendorDirectoryTests
{
    private static readonly VendorDirectory Directory = new(
    [
        new(TestCampaign.Id("acme"), "Acme", [KeyHash.Of("old"), KeyHash.Of("new")]),
        new(TestCampaign.Id("bright"), "Bright", [KeyHash.Of("bright-key")]),
        new(TestCampaign.Id("silent"), "Silent", []),
    ]);

    [TestMethod]
    [DataRow("old", "acme")]
    [DataRow("new", "acme")]
    [DataRow("bright-key", "bright")]
    public void A_vendor_is_found_by_any_of_its_keys(string key, string vendor)
    {
        Assert.IsTrue(Directory.TryFindByKey(key, out var found));
        Assert.AreEqual(vendor, found.Id.ToString());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Old")]
    [DataRow("old ")]
    [DataRow("acme")]
    [DataRow("\ud800")]
    public void A_wrong_key_finds_nobody(string key)
    {
        Assert.IsFalse(Directory.TryFindByKey(key, out var found));
        Assert.IsNull(found);
    }

    [TestMethod]
    public void The_hash_of_a_key_is_no_key() => Assert.IsFalse(Directory.TryFindByKey(KeyHash.Of("old").ToString(), out _));

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Keys_whose_hashes_share_a_bucket_are_told_apart(bool right)
    {
        // The same first 16 digits, which are the bucket, and another last one.
        var hash = KeyHash.Of("bright-key").ToString();
        Assert.IsTrue(KeyHash.TryParse(hash[..63] + (hash[63] == '0' ? '1' : '0'), out var neighbour));
        Assert.AreEqual(KeyHash.Of("bright-key").Bucket, neighbour.Bucket);
        Vendor other = new(TestCampaign.Id("acme"), "Acme", [neighbour]);
        Vendor bright = new(TestCampaign.Id("bright"), "Bright", right ? [KeyHash.Of("bright-key")] : []);
        Assert.AreEqual(right, new VendorDirectory([other, bright]).TryFindByKey("bright-key", out var found));
        Assert.AreEqual(right ? "bright" : null, found?.Id.ToString());
    }

    [TestMethod]
    public void Vendors_are_known_by_their_ids()
    {
        Assert.IsTrue(Directory.Contains(TestCampaign.Id("silent")));
        Assert.IsFalse(Directory.Contains(TestCampaign.Id("nobody")));
        Assert.IsFalse(VendorDirectory.Empty.TryFindByKey("old", out _));
    }

    [TestMethod]
    public void A_key_hash_is_64_hex_digits_in_either_case()
    {
        var hash = KeyHash.Of("acme-demo-key");
        Assert.AreEqual("8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4", hash.ToString());
        Assert.IsTrue(KeyHash.TryParse(hash.ToString().ToUpperInvariant(), out var read));
        Assert.IsTrue(read.Matches(hash));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d")]
    [DataRow("8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3")]
    [DataRow("8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4d4")]
    [DataRow("8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4d")]
    [DataRow("8676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3dg")]
    [DataRow(" 676d15d94dabdd1283e6c407e2bb08a7b5c13b4e3667d4795c17172e080a3d4")]
    public void Anything_else_is_no_key_hash(string text)
    {
        Assert.IsFalse(KeyHash.TryParse(text, out var hash));
        Assert.IsNull(hash);
    }

    [TestMethod]
    public void A_file_gives_names_and_keys_and_the_id_where_there_is_no_name()
    {
        var json = $$"""{ "vendors": { "acme": { "name": "Acme Leads", "keys": ["{{KeyHash.Of("old")}}", "{{KeyHash.Of("new")}}"] }, "b-1": { "keys": ["{{KeyHash.Of("b")}}"] } } }""";
        var loaded = VendorDirectoryLoader.Load("vendors.json", Encoding.UTF8.GetBytes(json)).Value!;
        Assert.AreEqual("acme Acme Leads 2, b-1 b-1 1", string.Join(", ", loaded.All.OrderBy(vendor => vendor.Name).Select(vendor => $"{vendor.Id} {vendor.Name} {vendor.Keys.Count}")));
        Assert.IsTrue(loaded.TryFindByKey("new", out var found));
        Assert.AreEqual("Acme Leads", found.Name);
    }

    [TestMethod]
    [DataRow("", null, 0)]
    [DataRow("\"ratePerSecond\": 2.5,", "2.5", 25)]
    [DataRow("\"ratePerSecond\": 0.01,", "0.01", 1)]
    [DataRow("\"ratePerSecond\": 5, \"burst\": 7,", "5", 7)]
    public void A_vendors_rate_is_read_from_the_file(string keys, string? perSecond, int burst)
    {
        var json = $$"""{ "vendors": { "acme": { {{keys}} "keys": ["{{KeyHash.Of("k")}}"] } } }""";

        var rate = VendorDirectoryLoader.Load("vendors.json", Encoding.UTF8.GetBytes(json)).Value!.All.Single().Rate;

        Assert.AreEqual(perSecond, rate?.PerSecond.ToString());
        Assert.AreEqual(burst, rate?.Burst ?? 0);
    }
}
