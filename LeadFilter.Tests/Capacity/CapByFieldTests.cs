using LeadFilter.Core.Files;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Capacity;

/// <summary>Caps with a counter for each value of a field, or combination of values.</summary>
[TestClass]
public sealed class CapByFieldTests
{
    private int sent;

    [TestMethod]
    public async Task Each_value_has_its_own_counter_however_it_is_written()
    {
        var intake = Intake(""" "by": "state" """);

        Assert.AreEqual(
            "ok ok ok full full",
            await SendAsync(intake, "state=CA", "state=TX", "state=texas", "state=TEXAS", "state=TX"));
        Assert.AreEqual("daily =CA: 1, daily =TX: 2", await TakenAsync(intake));
    }

    [TestMethod]
    public async Task Leads_without_a_readable_value_share_a_counter()
    {
        var intake = Intake(""" "by": "state" """);

        Assert.AreEqual("ok ok full full ok", await SendAsync(intake, "state=", "state=nowhere", "", "state=nowhere", "state=CA"));
        Assert.AreEqual("daily -: 2, daily =CA: 1", await TakenAsync(intake));
    }

    [TestMethod]
    public async Task Several_fields_have_a_counter_for_each_combination()
    {
        var intake = Intake(""" "by": ["vendor", "state", "opt_in"] """);

        Assert.AreEqual("ok ok full ok", await SendAsync(intake, "state=CA,opt_in=yes", "state=CA,opt_in=true", "state=CA,opt_in=1", "state=CA,opt_in=no"));
        Assert.AreEqual("daily =acme/=CA/=false: 1, daily =acme/=CA/=true: 2", await TakenAsync(intake));
    }

    [TestMethod]
    public async Task Parts_and_facts_are_counted_by_as_well()
    {
        var intake = Intake(""" "by": ["phone_1.state", "mismatch.phone_state"] """);
        await SendAsync(intake, "phone_1=4155552671,state=CA");

        Assert.AreEqual("daily =CA/=false: 1", await TakenAsync(intake));
    }

    [TestMethod]
    public async Task A_source_beside_a_field_is_one_of_its_vendor()
    {
        var intake = Intake(""" "by": ["source", "state"] """);
        await SendAsync(intake, "state=CA,source=site/a", "state=CA");

        Assert.AreEqual("daily =acme/-/=CA: 1, daily =acme/=site%2Fa/=CA: 1", await TakenAsync(intake));
        Assert.AreEqual("vendor acme, source site/a, state CA", Told(intake, "=acme/=site%2Fa/=CA"));
        Assert.AreEqual("vendor acme, source (none), state CA", Told(intake, "=acme/-/=CA"));
    }

    [TestMethod]
    public async Task Some_values_have_limits_of_their_own()
    {
        var intake = Intake(""" "by": "state", "limits": { "California": 1, "TX": 3 } """);

        Assert.AreEqual("ok full ok ok ok full ok ok full", await SendAsync(
            intake, "state=CA", "state=CA", "state=TX", "state=TX", "state=TX", "state=TX", "state=NY", "state=NY", "state=NY"));
    }

    [TestMethod]
    public async Task A_budget_for_each_value_is_one_budget_each()
    {
        var intake = new IntakeFixture(CapCampaign.With(
            """[ { "id": "daily", "limit": "$12.5", "per": "day", "by": "state", "limits": { "TX": "$25" } } ]"""));

        Assert.AreEqual("ok full ok ok full", await SendAsync(intake, "state=CA", "state=CA", "state=TX", "state=TX", "state=TX"));
        Assert.AreEqual("daily =CA: 12.5, daily =TX: 25", await TakenAsync(intake));
    }

    [TestMethod]
    public async Task G9_Values_that_may_be_personal_are_keyed_hashes()
    {
        var intake = Intake(""" "by": ["email", "comments", "city"] """);
        await SendAsync(intake, "comments=Ann of Main Street,city=Austin");

        var part = (await TakenAsync(intake))["daily ".Length..];
        Assert.MatchesRegex("^#[0-9a-f]{5}/#[0-9a-f]{5}/#[0-9a-f]{5}: 1$", part);
        foreach (var row in intake.Tables[TableNames.Caps].Rows)
        {
            var text = $"{row.PartitionKey} {row.RowKey} {string.Join(' ', row.Properties)}".ToLowerInvariant();
            Assert.IsFalse(text.Contains("ann", StringComparison.Ordinal) || text.Contains("austin", StringComparison.Ordinal), text);
        }
    }

    [TestMethod]
    public async Task A_value_with_a_limit_of_its_own_is_told_by_its_name()
    {
        var intake = Intake(""" "by": "comments", "limits": { "Spring Sale": 1 } """);

        Assert.AreEqual("ok full", await SendAsync(intake, "comments=spring sale", "comments=SPRING Sale"));
        Assert.AreEqual("daily =spring sale: 1", await TakenAsync(intake));
    }

    [TestMethod]
    [DataRow(""" "by": "stat" """, """there is no field 'stat'. Write 'state' if you meant that, otherwise declare it under "fields".""")]
    [DataRow(""" "by": [] """, """there are 0 names. Name 1 to 4 fields, "vendor" or "source".""")]
    [DataRow(""" "by": ["state", "state"] """, "'state' is named twice. Name it once.")]
    [DataRow(""" "limits": { "CA": 1 } """, """limits of their own need counters by one field. Add "by": the name of one field, such as "state".""")]
    [DataRow(""" "by": "state", "limits": { "Nowhere": 1 } """, "'Nowhere' is not a value of 'state'. Write a value that 'state' can have.")]
    [DataRow(""" "by": "state", "limits": { "CA": 1, "california": 2 } """, "'california' means the same as another name here. Keep one of them.")]
    [DataRow(""" "by": "state", "limits": { "CA": "$5" } """, """this limit and 'limit' are not both leads or both money. Write both alike, such as 500 or "$5,000".""")]
    public void A_mistake_says_what_to_write(string keys, string mistake)
    {
        var mistakes = TestCampaign.Load(CapCampaign.With($$"""[ { "id": "daily", "limit": 2, "per": "day", {{keys}} } ]""")).Mistakes;

        Assert.AreEqual(mistake, string.Join('\n', mistakes.Select(one => $"{one.Message}. {one.Remedy}.")));
    }

    [TestMethod]
    [DataRow("5000 USD")]
    [DataRow("€5,000")]
    [DataRow("$5,00")]
    [DataRow("$")]
    [DataRow("500")]
    public void A_text_that_is_no_amount_is_not_a_limit(string limit)
    {
        var mistake = TestCampaign.Load(CapCampaign.With($$"""[ { "id": "daily", "limit": "{{limit}}", "per": "day" } ]""")).Mistakes.Single();

        Assert.AreEqual(
            $"'{limit}' is not a limit. Write how many leads, such as 500, or how much money in the currency of your prices, such as \"$5,000\"",
            $"{mistake.Message}. {mistake.Remedy}");
    }

    [TestMethod]
    [DataRow("""{ "id": "a", "limit": "$10", "per": "day" }""", "the highest price, 12.5, is more than $10: such a lead is never bought")]
    [DataRow("""{ "id": "a", "limit": "$12.50", "per": "day" }""", "")]
    [DataRow("""{ "id": "a", "limit": 5, "per": "day", "by": "state" }""", "")]
    [DataRow("""{ "id": "a", "limit": 5, "per": "day", "by": ["state", "comments"] }""", "'comments' can have any number of values, and each has a counter of its own: who writes a new one is never capped")]
    [DataRow("""{ "id": "a", "limit": 5, "per": "day", "by": "email" }""", "'email' can have any number of values, and each has a counter of its own: who writes a new one is never capped")]
    public void A_cap_that_cannot_be_meant_is_warned_of(string cap, string warning)
    {
        var (own, contract) = (TestCampaign.Load(CapCampaign.With($"[{cap}]")), TestCampaign.Load(CapCampaign.With("[]", $$"""{ "caps": [{{cap}}] }""")));

        Assert.AreEqual(warning, Warned(own));
        Assert.AreEqual(warning, Warned(contract));
    }

    private static string Warned(LoadResult<Core.Campaigns.Campaign> loaded) => string.Join('\n', loaded.Warnings
        .Where(static warning => warning.Path.Contains("caps", StringComparison.Ordinal))
        .Select(static warning => warning.Message));

    private static IntakeFixture Intake(string keys) => new(CapCampaign.With($$"""[ { "id": "daily", "limit": 2, "per": "day", {{keys}} } ]"""));

    private static string Told(IntakeFixture intake, string part) =>
        string.Join(", ", CapPart.Read(intake.Campaign.Caps[0], part).Select(static one => $"{one.Key} {one.Value ?? "(none)"}"));

    private static async Task<string> TakenAsync(IntakeFixture intake) =>
        string.Join(", ", (await intake.TakenAsync()).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {one.Value}"));

    private async Task<string> SendAsync(IntakeFixture intake, params string[] leads)
    {
        var outcomes = new List<string>();
        foreach (var lead in leads)
        {
            var fields = lead.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1]));
            var answer = await intake.SendAsync("acme", [.. fields, ("email", $"p{sent++}@example.com")]);
            outcomes.Add(answer.Outcome == Outcome.Success ? "ok" : answer.Reasons.Single().Code.ToString() == "cap_reached" ? "full" : "other");
        }

        return string.Join(' ', outcomes);
    }
}
