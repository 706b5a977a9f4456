using LeadFilter.Cli.Sending;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Explanations;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

/// <summary>The sample campaigns beside solar, and their leads. Nobody is on a suppression list of a new installation.</summary>
[TestClass]
public sealed class OtherSamplesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyDictionary<string, Campaign> Campaigns = new CampaignCheck(Now, OperatorPermissions.Default).Run([Path.Combine(SampleFiles.Root, "campaigns")])
        .Select(file => file.Campaign).OfType<Campaign>().ToDictionary(campaign => campaign.Id.ToString());

    [TestMethod]
    public void There_are_three_campaigns() => Assert.AreEqual("education, insurance, solar", string.Join(", ", Campaigns.Keys.Order(StringComparer.Ordinal)));

    [TestMethod]
    [DataRow("insurance")]
    [DataRow("education")]
    public async Task Each_lead_gets_the_answer_that_it_expects(string campaign)
    {
        var differences = new List<string>();
        foreach (var lead in await LeadsAsync(campaign))
        {
            Assert.IsTrue(Campaigns[campaign].TryFindPolicy(lead.Vendor, Now, out var policy));
            var draft = new LeadDraft(Campaigns[campaign].Layout);
            Assert.IsNull(JsonLead.Read(lead.Body.At(Now).Span, draft));
            var explained = LeadExplainer.Explain(Campaigns[campaign], policy, draft, Now, []);
            var got = explained.Explanation!.Decision.Primary?.Ground.Reason.ToString() ?? LeadLine.Accept;

            // Duplicates depend on other leads: they are good by themselves.
            if (got != (lead.Expect == "duplicate" ? LeadLine.Accept : lead.Expect))
            {
                differences.Add($"line {lead.Number}: {got}, not {lead.Expect}");
            }
        }

        Assert.AreEqual("", string.Join('\n', differences));
    }

    [TestMethod]
    [DataRow("insurance")]
    [DataRow("education")]
    public async Task Every_reason_and_every_vendor_occurs_and_half_of_the_leads_are_accepted(string campaign)
    {
        var leads = await LeadsAsync(campaign);
        var reasons = Campaigns[campaign].DecidingGrounds.Where(ground => ground is { Mode: Core.Decisions.RuleMode.Enforced, Category: not Core.Decisions.Category.Suppressed }).Select(ground => ground.Reason.ToString()).Where(reason => !reason.StartsWith("unreadable_", StringComparison.Ordinal)).Append("duplicate");

        Assert.AreEqual("", string.Join(", ", reasons.Except(leads.Select(lead => lead.Expect))));
        CollectionAssert.AreEquivalent(Campaigns[campaign].Policies.Keys.ToList(), leads.Select(lead => lead.Vendor).Distinct().ToList());
        Assert.IsInRange(300, 500, leads.Count);
        Assert.IsInRange(0.45, 0.6, (double)leads.Count(lead => lead.Expect == LeadLine.Accept) / leads.Count);
    }

    [TestMethod]
    [DataRow("insurance")]
    [DataRow("education")]
    public async Task Every_line_names_its_campaign(string campaign) =>
        Assert.IsTrue((await LeadsAsync(campaign)).All(lead => lead.Campaign?.ToString() == campaign));

    [TestMethod]
    public void Contracts_of_every_kind_are_shown()
    {
        var contracts = Campaigns.Values.SelectMany(campaign => campaign.Policies.Values).Select(policy => policy.Contract!).ToList();

        Assert.IsTrue(contracts.Exists(contract => contract is { Trial: true, TrialEnd: not null }));
        Assert.IsTrue(contracts.Exists(contract => contract is { Exclusive: true, Floor: not null }));
        Assert.IsTrue(contracts.Exists(contract => contract.Overrides.Count > 0));
        Assert.IsTrue(contracts.Exists(contract => contract.Rejects is not null && contract.Price is not null));
        Assert.IsTrue(contracts.Exists(contract => contract.Rules.Count > 0));
    }

    [TestMethod]
    [DataRow("insurance")]
    [DataRow("education")]
    public void Every_reason_is_explained_in_the_docs(string campaign)
    {
        var docs = SampleFiles.Read("docs", "reason-codes.md");
        var missing = SampleFiles.ReadJson("campaigns", $"{campaign}.json")["rules"]!.AsArray().Select(rule => rule!["reason"]!.GetValue<string>())
            .Where(code => !docs.Contains($"`{code}`", StringComparison.Ordinal));

        Assert.AreEqual("", string.Join(", ", missing));
    }

    private static async Task<IReadOnlyList<LeadLine>> LeadsAsync(string campaign)
    {
        await using var file = File.OpenRead(Path.Combine(SampleFiles.Root, "samples", $"{campaign}.ndjson"));
        var leads = new List<LeadLine>();
        await foreach (var reading in NdjsonLeads.ReadAsync(new(file), new LeadLineReader(null), CancellationToken.None))
        {
            leads.Add(reading.Lead ?? throw new AssertFailedException(reading.Message!));
        }

        return leads;
    }
}
