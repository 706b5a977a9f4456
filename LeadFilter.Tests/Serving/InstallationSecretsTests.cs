using LeadFilter.Cli.Serving;
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

        Assert.AreEqual(48, first.Admin.Length);
        Assert.AreEqual(Path.Combine(folder.Path, "admin.key"), first.AdminFile);
        Assert.AreEqual(first.Admin, second.Admin);
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
        var secrets = Load((Admin, "my-key"), (Identity, new('s', 32)));
        Assert.AreEqual(("my-key", null), (secrets.Admin, secrets.AdminFile));
        Assert.IsEmpty(Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("  ")]
    public void A_blank_admin_key_is_as_good_as_none(string blank) => Assert.AreEqual(48, Load((Admin, blank)).Admin.Length);

    [TestMethod]
    [DataRow(Admin, "my key", "LEADFILTER_ADMIN_KEY")]
    [DataRow(Admin, "schlüssel", "LEADFILTER_ADMIN_KEY")]
    [DataRow(Identity, "short", "LEADFILTER_IDENTITY_SECRET has 5 bytes")]
    public void A_secret_that_cannot_be_used_is_refused_by_name(string name, string value, string named)
    {
        var refused = Assert.ThrowsExactly<DataFolderException>(() => Load((name, value)));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, refused.Message.Replace(name, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [TestMethod]
    public void An_empty_file_of_a_secret_is_refused_by_name()
    {
        var file = Path.Combine(folder.Path, "admin.key");
        File.WriteAllText(file, "\n");
        Assert.Contains(file, Assert.ThrowsExactly<DataFolderException>(() => Load()).Message, StringComparison.Ordinal);
    }

    private InstallationSecrets Load(params (string Name, string Value)[] settings) =>
        InstallationSecrets.Load(folder.Path, name => settings.FirstOrDefault(setting => setting.Name == name).Value);
}
