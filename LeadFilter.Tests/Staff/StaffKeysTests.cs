using LeadFilter.Core.Staff;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Cli;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFilter.Tests.Staff;

/// <summary>The keys of the staff while the filter runs: the file is read again when it changes.</summary>
[TestClass]
public sealed class StaffKeysTests : IDisposable
{
    private const string First = "the-first-key-of-ann";
    private const string Second = "the-second-key-of-ann";

    private readonly TemporaryFolder folder = new();

    public StaffKeysTests()
    {
        folder.Write("vendors.json", TestCampaign.VendorsJson);
        folder.Write("loans.json", TestCampaign.Json);
    }

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void A_key_is_changed_without_a_restart()
    {
        var (campaigns, staff) = Open(First);
        Assert.IsTrue(Opens(staff, First));

        Write(First, Second);
        campaigns.Reload();
        Assert.IsTrue(Opens(staff, First) && Opens(staff, Second));

        Write(Second);
        campaigns.Reload();
        Assert.AreEqual((false, true), (Opens(staff, First), Opens(staff, Second)));
    }

    [TestMethod]
    public void A_file_that_does_not_load_changes_nothing_and_is_told()
    {
        var (campaigns, staff) = Open(First);

        folder.Write("admin-keys.txt", "{");
        Assert.Contains("admin-keys.txt", campaigns.Reload().Mistakes.Single().ToString(), StringComparison.Ordinal);
        Assert.IsTrue(Opens(staff, First));

        Write(Second);
        Assert.IsEmpty(campaigns.Reload().Mistakes);
        Assert.IsTrue(Opens(staff, Second));
    }

    [TestMethod]
    public void A_file_that_goes_changes_nothing_and_is_told()
    {
        var (campaigns, staff) = Open(First);

        File.Delete(Path.Combine(folder.Path, "admin-keys.txt"));
        campaigns.Reload();

        Assert.Contains("the file of admin keys is missing", campaigns.Reload().Mistakes.Single().ToString(), StringComparison.Ordinal);
        Assert.IsTrue(Opens(staff, First));
    }

    [TestMethod]
    public void A_vendor_that_gets_an_admin_key_is_refused_and_the_last_vendors_stay()
    {
        var (campaigns, staff) = Open(First);
        var vendors = campaigns.Current.Vendors;

        folder.Write("vendors.json", VendorsWith(First));
        var mistake = campaigns.Reload().Mistakes.Single().ToString();

        Assert.Contains("vendors.json", mistake, StringComparison.Ordinal);
        Assert.Contains("this key is the admin key 'ann' too", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain(First, mistake, StringComparison.Ordinal);
        Assert.AreSame(vendors, campaigns.Current.Vendors);
        Assert.IsTrue(Opens(staff, First));
    }

    [TestMethod]
    public void An_admin_key_that_is_a_vendors_is_refused_and_the_last_admin_keys_stay()
    {
        var (campaigns, staff) = Open(First);

        Write("acme-demo-key");

        Assert.Contains("this key is a key of the vendor 'acme' too", campaigns.Reload().Mistakes.Single().ToString(), StringComparison.Ordinal);
        Assert.IsTrue(Opens(staff, First));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_key_may_move_between_vendor_and_staff_in_one_go(bool toVendor)
    {
        var (campaigns, staff) = Open(toVendor ? First : Second);
        folder.Write("vendors.json", VendorsWith(toVendor ? Second : First));
        Assert.IsEmpty(campaigns.Reload().Mistakes);

        folder.Write("vendors.json", VendorsWith(toVendor ? First : "some-other-key"));
        Write(toVendor ? "another-key-of-ann" : First);

        Assert.IsEmpty(campaigns.Reload().Mistakes);
        Assert.AreEqual((!toVendor, toVendor), (Opens(staff, First), campaigns.Current.Vendors.TryFindByKey(First, out _)));
    }

    [TestMethod]
    [DataRow("LEADFILTER_ADMIN_KEY", "15-letters-long")]
    [DataRow("LEADFILTER_ADMIN_KEY", "with blanks in between")]
    [DataRow("LEADFILTER_ADMIN_KEY", "schlüssel-mit-umlaut")]
    [DataRow("LEADFILTER_CRM_KEY", "with blanks in between")]
    [DataRow("LEADFILTER_ADMIN_KEYS", """{"staff":{"ann":{"role":"admin","keys":["the-key-itself-by-mistake"] } } }""")]
    public void A_setting_that_cannot_be_used_is_named_without_its_value(string name, string value)
    {
        var problems = new List<string>();

        Assert.IsNull(StaffKeys.Read(new(asked => asked == name ? value : null, problems), folder.Path));
        Assert.Contains(name, problems.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(value, problems[0], StringComparison.Ordinal);
        Assert.DoesNotContain("itself-by-mistake", problems[0], StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_setting_of_the_CRM_holds_a_key_of_the_role_crm()
    {
        var staff = StaffKeys.Read(new(KeysOf("admin-key-of-a-setting", "crm-key-of-a-setting"), new List<string>()), folder.Path)!;

        Assert.IsTrue(staff.Current.TryFind("crm-key-of-a-setting", out var key));
        Assert.AreEqual(("crm", StaffRole.Crm), (key.Name, key.Role));
    }

    [TestMethod]
    public void The_key_of_the_CRM_may_not_be_the_admin_key()
    {
        var problems = new List<string>();

        Assert.IsNull(StaffKeys.Read(new(KeysOf("the-same-key-for-both", "the-same-key-for-both"), problems), folder.Path));
        Assert.AreEqual("The setting 'LEADFILTER_CRM_KEY' holds the admin key. Give the CRM a key of its own.", problems.Single());
    }

    private static Func<string, string?> KeysOf(string admin, string crm) => asked => asked switch
    {
        "LEADFILTER_ADMIN_KEY" => admin,
        "LEADFILTER_CRM_KEY" => crm,
        _ => null,
    };

    private static bool Opens(StaffKeys staff, string key) => staff.Current.TryFind(key, out _);

    private static string VendorsWith(string key) =>
        TestCampaign.VendorsJson.Replace(KeyHash.Of("acme-demo-key").ToString(), KeyHash.Of(key).ToString(), StringComparison.Ordinal);

    private (CampaignFolder Campaigns, StaffKeys Staff) Open(string key)
    {
        Write(key);
        var staff = StaffKeys.Read(new(name => name == "LEADFILTER_ADMIN_KEYS" ? "admin-keys.txt" : null, new List<string>()), folder.Path)!;
        var campaigns = new CampaignFolder(folder.Path, NullLogger<CampaignFolder>.Instance, staff);
        Assert.IsEmpty(campaigns.Reload().Mistakes);
        return (campaigns, staff);
    }

    private void Write(params string[] keys) => folder.Write(
        "admin-keys.txt",
        $$"""{"staff":{"ann":{"role":"admin","keys":[{{string.Join(',', keys.Select(key => $"\"{KeyHash.Of(key)}\""))}}] } } }""");
}
