using System.Text;
using LeadFilter.Core.Files;
using LeadFilter.Core.Staff;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Staff;

[TestClass]
public sealed class StaffDirectoryLoaderTests
{
    private const string Key = "a-key-of-the-staff-1";
    private static readonly KeyHash Hash = KeyHash.Of(Key);

    [TestMethod]
    public void Keys_have_names_and_roles()
    {
        var staff = Load($$"""{"staff":{"ann":{"role":"admin","keys":["{{Hash}}"]},"grafana":{"role":"read","keys":["{{KeyHash.Of(Key + "2")}}"] } } }""").Value!;

        Assert.IsTrue(staff.TryFind(Key + "2", out var found));
        Assert.AreEqual(("grafana", StaffRole.Read), (found.Name, found.Role));
        Assert.IsTrue(staff.TryFind(Key, out found));
        Assert.AreEqual(("ann", StaffRole.Admin), (found.Name, found.Role));
    }

    [TestMethod]
    public void A_key_of_fewer_than_16_characters_opens_nothing_even_if_its_hash_is_listed()
    {
        var staff = Load($$"""{"staff":{"ann":{"role":"admin","keys":["{{KeyHash.Of("0123456789abcde")}}","{{KeyHash.Of("0123456789abcdef")}}"] } } }""").Value!;

        Assert.IsFalse(staff.TryFind("0123456789abcde", out _));
        Assert.IsTrue(staff.TryFind("0123456789abcdef", out _));
    }

    [TestMethod]
    public void Both_keys_work_while_one_is_being_changed()
    {
        var staff = Load($$"""{"staff":{"ann":{"role":"admin","keys":["{{Hash}}","{{KeyHash.Of(Key + "new")}}"] } } }""").Value!;

        Assert.IsTrue(staff.TryFind(Key, out _));
        Assert.IsTrue(staff.TryFind(Key + "new", out _));
    }

    [TestMethod]
    [DataRow("""{"ann":{"role":"root","keys":["HASH"]}}""", "there is no role 'root'. Write 'admin', 'read' or 'crm'")]
    [DataRow("""{"ann":{"keys":["HASH"]}}""", "Add \"role\"")]
    [DataRow("""{"ann":{"role":"admin","keys":[]}}""", "'ann' has no key")]
    [DataRow("""{"ann":{"role":"admin","keys":["a-key-of-the-staff-1"]}}""", "this is not a SHA-256")]
    [DataRow("""{"ann":{"role":"read","keys":["HASH"]}}""", "nobody has the role 'admin'")]
    [DataRow("""{"Ann B":{"role":"admin","keys":["HASH"]}}""", "'Ann B' is not a valid name of a key")]
    [DataRow("""{"ann":{"role":"admin","keys":["HASH"]},"bob":{"role":"read","keys":["HASH"]}}""", "this key is the key 'ann' too")]
    [DataRow("""{"ann":{"role":"admin","keys":["HASH","HASH"]}}""", "this key stands here twice")]
    [DataRow("""{"ann":{"role":"admin","key":"HASH","keys":["HASH"]}}""", "'key'")]
    public void What_is_wrong_is_told_without_the_key(string staff, string message)
    {
        var told = string.Join('\n', Load($$"""{"staff":{{staff.Replace("HASH", Hash.ToString(), StringComparison.Ordinal)}} }""").Mistakes);

        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Hash.ToString(), told, StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_vendors_key_is_nobody_elses()
    {
        var result = new StaffDirectoryLoader([], new([new(TestCampaign.Id("acme"), "Acme", [Hash])])).Load("keys.json", Encoding.UTF8.GetBytes($$"""{"staff":{"ann":{"role":"admin","keys":["{{Hash}}"] } } }"""));

        Assert.Contains("this key is a key of the vendor 'acme' too", result.Mistakes.Single().ToString(), StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_key_of_the_setting_is_one_of_them_and_keeps_its_name()
    {
        var loader = new StaffDirectoryLoader([StaffKey.AdminOf("the-key-of-the-setting")], VendorDirectory.Empty);
        var file = """{"staff":{"NAME":{"role":"read","keys":["HASH"] } } }""".Replace("HASH", Hash.ToString(), StringComparison.Ordinal);

        Assert.IsTrue(loader.Load("keys.json", Encoding.UTF8.GetBytes(file.Replace("NAME", "bob", StringComparison.Ordinal))).Value!.TryFind("the-key-of-the-setting", out var found));
        Assert.AreEqual("admin", found.Name);
        Assert.Contains(
            "LEADFILTER_ADMIN_KEY",
            loader.Load("keys.json", Encoding.UTF8.GetBytes(file.Replace("NAME", "admin", StringComparison.Ordinal))).Mistakes.Single().ToString(),
            StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_name_that_the_setting_of_the_CRM_uses_is_refused_with_that_setting()
    {
        var loader = new StaffDirectoryLoader([StaffKey.CrmOf("the-key-of-the-crm-1")], VendorDirectory.Empty);

        var result = loader.Load("keys.json", Encoding.UTF8.GetBytes($$"""{"staff":{"crm":{"role":"admin","keys":["{{Hash}}"] } } }"""));

        Assert.Contains("'crm' is the name of the key that LEADFILTER_CRM_KEY holds", result.Mistakes.Single().ToString(), StringComparison.Ordinal);
    }

    private static LoadResult<StaffDirectory> Load(string json) =>
        new StaffDirectoryLoader([], VendorDirectory.Empty).Load("keys.json", Encoding.UTF8.GetBytes(json));
}
