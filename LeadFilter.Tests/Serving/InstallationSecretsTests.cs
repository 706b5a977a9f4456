using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Serving;

[TestClass]
public sealed class InstallationSecretsTests : IDisposable
{
    private const string Admin = "LEADFILTER_ADMIN_KEY";
    private const string Identity = "LEADFILTER_IDENTITY_SECRET";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Secrets_that_are_not_set_are_made_once_and_found_again()
    {
        var first = Load();
        var second = Load();

        Assert.AreEqual(48, first.NewAdminKey!.Length);
        Assert.AreEqual(Path.Combine(folder.Path, "admin.key"), first.AdminFile);
        Assert.AreEqual((null, first.AdminFile), (second.NewAdminKey, second.AdminFile));
        Assert.IsTrue(second.Staff.Current.TryFind(first.NewAdminKey, out _));
        CollectionAssert.AreEqual(first.Identity, second.Identity);
    }

    [TestMethod]
    public void Files_of_secrets_are_for_their_owner_alone()
    {
        Load();
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(folder.Path))
            {
                Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file), file);
            }
        }
    }

    [TestMethod]
    public void Secrets_that_are_set_leave_no_file()
    {
        var secrets = Load((Admin, "my-key-of-the-staff"), (Identity, new('s', 32)));
        Assert.IsNull(secrets.AdminFile);
        Assert.IsTrue(secrets.Staff.Current.TryFind("my-key-of-the-staff", out _));
        Assert.IsEmpty(Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    public void The_key_of_the_CRM_stands_beside_an_admin_key_that_was_made()
    {
        var secrets = Load(("LEADFILTER_CRM_KEY", "crm-key-of-a-setting"));
        Assert.IsTrue(secrets.Staff.Current.TryFind("crm-key-of-a-setting", out _));
        Assert.IsTrue(secrets.Staff.Current.TryFind(secrets.NewAdminKey!, out _));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("  ")]
    public void A_blank_admin_key_is_as_good_as_none(string blank) => Assert.AreEqual(48, Load((Admin, blank)).NewAdminKey!.Length);

    [TestMethod]
    public void An_identity_secret_that_is_too_short_is_refused_by_name()
    {
        var refused = Assert.ThrowsExactly<DataFolderException>(() => Load((Identity, "short")));
        Assert.Contains("LEADFILTER_IDENTITY_SECRET has 5 bytes", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short", refused.Message, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("short-admin-key")]
    [DataRow("a key with blanks in it")]
    public void A_file_that_holds_no_admin_key_is_refused_by_name(string content)
    {
        var file = Path.Combine(folder.Path, "admin.key");
        File.WriteAllText(file, content + "\n");
        Assert.Contains(file, Assert.ThrowsExactly<DataFolderException>(() => Load()).Message, StringComparison.Ordinal);
    }

    private InstallationSecrets Load(params (string Name, string Value)[] settings)
    {
        string? Setting(string name) => settings.FirstOrDefault(setting => setting.Name == name).Value;
        return InstallationSecrets.Load(folder.Path, Setting, StaffKeys.Read(new(Setting, new List<string>()), folder.Path));
    }
}
