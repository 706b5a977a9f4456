using System.Text.Json.Nodes;
using LeadFilter.Core.Targets;
using LeadFilter.Tests.Docs;
using LeadFilter.Tests.Folders;
using NJsonSchema;

namespace LeadFilter.Tests.Targets;

[TestClass]
public sealed class OptOutTargetsLoaderTests
{
    private const string Url = "\"type\": \"webhook\", \"url\": \"https://d.example.com/dnc\"";

    [TestMethod]
    public void A_target_has_ten_days_plain_values_and_no_signature_unless_the_file_says_otherwise()
    {
        var targets = TargetText.Loaded($$"""{{Url}}, "json": { "n": "{phone}" }""");
        var target = targets.All.Single();

        Assert.AreEqual(("dialer", 10, (string?)null, "POST"), (target.Id, target.Days, target.Secret, target.Request.Method));
        Assert.AreSame(OptOutFields.Plain, target.Fields);
        Assert.AreEqual("America/New_York", targets.Zone.Id);
    }

    [TestMethod]
    [DataRow("\"json\": { \"n\": \"{phone}\" }, \"type\": \"webhook\"", "'url' is missing")]
    [DataRow(Url, "this target asks the same for every opt-out")]
    [DataRow(Url + ", \"json\": { \"n\": \"{phone_1}\" }", "there is no field 'phone_1'")]
    [DataRow(Url + ", \"value\": \"sha256\", \"json\": { \"n\": \"{phone}\" }", "there is no field 'phone'")]
    [DataRow(Url + ", \"value\": \"md5\", \"json\": { \"n\": \"{phone}\" }", "'md5' is not known here")]
    [DataRow(Url + ", \"businessDays\": 0, \"json\": { \"n\": \"{phone}\" }", "0 is out of range")]
    [DataRow(Url + ", \"businessDays\": 2.5, \"json\": { \"n\": \"{phone}\" }", "2.5 is not a whole number")]
    [DataRow(Url + ", \"secret\": \"LEADFILTER_ADMIN_KEY\", \"json\": { \"n\": \"{phone}\" }", "this is a setting of the filter itself, which no campaign may send")]
    [DataRow(Url + ", \"headers\": { \"X-Api-Key\": \"k\" }, \"json\": { \"n\": \"{phone}\" }", "a secret must not be in the file")]
    [DataRow(Url + ", \"days\": 3, \"json\": { \"n\": \"{phone}\" }", "unknown key 'days'")]
    public void A_mistake_says_what_is_wrong(string members, string message) =>
        Assert.AreEqual(message, TargetText.Load(members).Mistakes.Single().Message);

    [TestMethod]
    [DataRow("""{ "targets": { "Dialer": { } } }""", "'Dialer' is not a valid target id")]
    [DataRow("""{ "timeZone": "Mars/North", "targets": { } }""", "'Mars/North' is not a valid time zone")]
    [DataRow("""{ }""", "'targets' is missing")]
    public void A_mistake_of_the_file_says_what_is_wrong(string file, string message) =>
        Assert.AreEqual(message, TargetText.LoadFile(file).Mistakes.Single().Message);

    [TestMethod]
    public async Task The_pages_example_loads_and_fits_the_schema()
    {
        var page = string.Join('\n', DocumentPages.Lines("docs/opt-outs-targets.md"));
        var example = page.Split("```json data\n")[1].Split("```")[0];
        var schema = await JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "targets.schema.json"));

        Assert.AreEqual("", string.Join('\n', TargetText.LoadFile(example).Mistakes));
        Assert.IsEmpty(schema.Validate(JsonNode.Parse(example)!.ToJsonString()));
    }

    [TestMethod]
    [DataRow(10, "day-2 2026-11-24 00:00, day-5 2026-11-30 00:00, day-8 2026-12-03 00:00, overdue 2026-12-08 00:00")]
    [DataRow(5, "day-2 2026-11-24 00:00, day-5 2026-11-30 00:00, overdue 2026-12-01 00:00")]
    [DataRow(1, "overdue 2026-11-24 00:00")]
    public void Warnings_come_on_business_days_two_five_and_eight_and_at_the_end(int days, string expected)
    {
        // Friday; Thanksgiving is on the 26th.
        var received = new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(-5));
        var targets = TargetText.Loaded($$"""{{Url}}, "businessDays": {{days}}, "json": { "n": "{phone}" }""");

        var warnings = targets.All.Single().WarningsOf(received, targets.Zone);

        Assert.AreEqual(expected, string.Join(", ", warnings.Select(one => $"{one.Word} {TimeZoneInfo.ConvertTime(one.At, targets.Zone):yyyy-MM-dd HH:mm}")));
    }
}
