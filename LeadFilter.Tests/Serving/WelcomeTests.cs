using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Staff;

namespace LeadFilter.Tests.Serving;

/// <summary>What a start shows of the admin key.</summary>
[TestClass]
public sealed class WelcomeTests
{
    [TestMethod]
    public async Task A_key_that_was_made_is_shown_once()
    {
        using var folders = new FilterFolders();
        var file = Path.Combine(folders.Data, "admin.key");

        var first = await TextAsync(folders, isSeen: true);
        var second = await TextAsync(folders, isSeen: true);

        Assert.Contains($"admin key {await File.ReadAllTextAsync(file)} (made now, shown only this once, and kept in {file})", first, StringComparison.Ordinal);
        Assert.Contains($"admin key in {file}", second, StringComparison.Ordinal);
        Assert.DoesNotContain(await File.ReadAllTextAsync(file), second, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_key_that_was_made_never_goes_to_a_journal()
    {
        using var folders = new FilterFolders();

        var text = await TextAsync(folders, isSeen: false);

        Assert.DoesNotContain(await File.ReadAllTextAsync(Path.Combine(folders.Data, "admin.key")), text, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_key_of_the_settings_is_neither_shown_nor_written()
    {
        using var folders = new FilterFolders();

        var text = await TextAsync(folders, isSeen: true, (StaffKeys.AdminKeySetting, FilterVisitor.AdminKey));

        Assert.Contains("admin key as set in LEADFILTER_ADMIN_KEY", text, StringComparison.Ordinal);
        Assert.DoesNotContain(FilterVisitor.AdminKey, text, StringComparison.Ordinal);
        Assert.IsFalse(File.Exists(Path.Combine(folders.Data, "admin.key")));
    }

    [TestMethod]
    [DataRow("acme-demo-key")]
    [DataRow("short")]
    public async Task A_key_that_is_too_short_ends_the_start_without_being_shown(string key)
    {
        using var folders = new FilterFolders();

        var refused = await Assert.ThrowsAsync<CannotServeException>(() => TextAsync(folders, true, (StaffKeys.AdminKeySetting, key)));

        Assert.Contains("The setting 'LEADFILTER_ADMIN_KEY' must hold a key of 16 to 512", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_key_that_is_a_vendors_ends_the_start_without_being_shown(bool isInFile)
    {
        const string key = "bright-and-long-demo-key";
        using var folders = new FilterFolders();
        var hash = LeadFilter.Core.Vendors.KeyHash.Of("bright-demo-key").ToString();
        var vendors = await File.ReadAllTextAsync(folders.VendorsFile);
        await File.WriteAllTextAsync(
            folders.VendorsFile, vendors.Replace(hash, LeadFilter.Core.Vendors.KeyHash.Of(key).ToString(), StringComparison.Ordinal));
        Directory.CreateDirectory(folders.Data);
        if (isInFile)
        {
            await File.WriteAllTextAsync(Path.Combine(folders.Data, "admin.key"), key);
        }

        var refused = await Assert.ThrowsAsync<CannotServeException>(
            () => TextAsync(folders, true, (isInFile ? "NO_SETTING" : StaffKeys.AdminKeySetting, key)));

        Assert.Contains("this key is the admin key 'admin' too", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(FilterFolders folders, bool isSeen, params (string Name, string Value)[] settings)
    {
        await using var host = await FilterHost.StartAsync(
            new(folders.Data, folders.Campaigns),
            TimeProvider.System,
            Random.Shared,
            name => settings.FirstOrDefault(setting => setting.Name == name).Value ?? FilterUnderTest.OnFreePort(name),
            null,
            CancellationToken.None);
        return Welcome.Text(host, "leadfilter", isSeen);
    }
}
