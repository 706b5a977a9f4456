using System.Globalization;
using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Settings;
using LeadFilter.Pipeline.Upkeep;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Docs;

/// <summary>docs/privacy.md names everything that is kept, and for how long, as the code has it.</summary>
[TestClass]
public sealed class PrivacyPageTests
{
    private const string Page = "docs/privacy.md";

    private static readonly string[] Lines = DocumentPages.Lines(Page);

    public static IEnumerable<object[]> Retentions =>
    [
        [RetentionOptions.DecisionDays, new RetentionOptions().Decisions],
        [RetentionOptions.DeliveryDays, new RetentionOptions().Deliveries],
        [RetentionOptions.ClaimDays, new RetentionOptions().Claims],
        [RetentionOptions.TestDays, new RetentionOptions().Tests],
        [RetentionOptions.DeadLetterDays, new RetentionOptions().DeadLetters],
        [RetentionOptions.OptOutDays, new RetentionOptions().OptOuts],
    ];

    [TestMethod]
    public void Every_table_and_queue_has_a_row() =>
        Assert.IsEmpty(TableNames.All.Concat(QueueNames.All).Where(name => !HasRow(name)));

    [TestMethod]
    public void Every_setting_is_tried_here() => CollectionAssert.AreEquivalent(
        RetentionOptions.Settings.ToArray(), Retentions.Select(one => ((WholeSetting)one[0]).Name).ToArray());

    [TestMethod]
    [DynamicData(nameof(Retentions))]
    public void Every_setting_stands_in_a_row_with_its_default(WholeSetting setting, TimeSpan usual)
    {
        var days = usual.TotalDays.ToString(CultureInfo.InvariantCulture);

        Assert.Contains(line => line.StartsWith('|') && line.Contains($"`{setting.Name}` {days}", StringComparison.Ordinal), Lines);
        var configured = DocumentPages.Lines("docs/configuration.md").Single(line => line.StartsWith($"| `{setting.Name}` |", StringComparison.Ordinal));
        Assert.Contains($"| {days} | {setting.Min:N0} to {setting.Max:N0} |", configured, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Every_table_and_file_of_a_data_folder_has_a_row()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.DeliveredAsync();

        var files = Directory.GetFiles(folders.Data, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Append(InstallationSecrets.AdminFileName);
        var tables = StoredRows.Count(filter.Host.DataFile).Split(' ').Where((_, at) => at % 2 == 0).Append("numbers");

        Assert.IsEmpty(files.Concat(tables).Where(name => !HasRow(name!)));
    }

    private static bool HasRow(string name) => Array.Exists(Lines, line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
}
