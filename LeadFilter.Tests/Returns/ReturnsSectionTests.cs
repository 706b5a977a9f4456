using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Files;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Rules;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Returns;

/// <summary>The section <c>returns</c> of campaigns and contracts.</summary>
[TestClass]
public sealed class ReturnsSectionTests
{
    private const string Whole =
        """ "windowDays": 7, "answerDays": 3, "silence": "accept", "reasons": { "wrong_number": "The number is somebody else's" } """;

    [TestMethod]
    public void A_contract_without_the_section_takes_nothing_back() =>
        Assert.IsNull(TermsOf($$""" "returns": { {{Whole}} }, "vendors": { "acme": { } } """));

    [TestMethod]
    public void What_a_contract_does_not_say_the_campaign_says_for_it()
    {
        var terms = TermsOf($$""" "returns": { {{Whole}}, "maxShare": 10 }, "vendors": { "acme": { "returns": { "windowDays": 14, "again": true } } } """)!;

        Assert.AreEqual((14, 3, ReturnSilence.Accept, 10m, true), (terms.WindowDays, terms.AnswerDays, terms.Silence, terms.MaxShare, terms.Again));
    }

    [TestMethod]
    public void A_contract_alone_is_enough()
    {
        var terms = TermsOf($$""" "vendors": { "acme": { "returns": { {{Whole}}, "minAttempts": 2, "earliestHours": 24 } } } """)!;

        Assert.AreEqual((7, 24, 2, null), (terms.WindowDays, terms.EarliestHours, terms.MinAttempts, terms.MaxShare));
        Assert.AreEqual("wrong_number", terms.Reasons.Keys.Single().ToString());
    }

    [TestMethod]
    [DataRow(""" "windowDays": 0 """, "out of range")]
    [DataRow(""" "windowDays": 181 """, "out of range")]
    [DataRow(""" "windowDays": 2.5 """, "not a whole number")]
    [DataRow(""" "windowDays": 1, "earliestHours": 24 """, "close after 1 days")]
    [DataRow(""" "answerDays": 61 """, "out of range")]
    [DataRow(""" "silence": "maybe" """, "accept")]
    [DataRow(""" "reasons": { } """, "0 reasons")]
    [DataRow(""" "reasons": { "Wrong Number": "x" } """, "is not a code")]
    [DataRow(""" "reasons": { "wrong_number": " " } """, "is empty")]
    [DataRow(""" "maxShare": 0 """, "out of range")]
    [DataRow(""" "maxShare": 101 """, "out of range")]
    [DataRow(""" "minAttempts": -1 """, "out of range")]
    [DataRow(""" "window": 7 """, "window")]
    public void A_mistake_is_told_with_its_place(string own, string words)
    {
        var mistakes = Load($$""" "returns": { {{Whole}} }, "vendors": { "acme": { "returns": { {{own}} } } } """).Mistakes;

        Assert.IsNotEmpty(mistakes);
        Assert.Contains(words, mistakes[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("vendors.acme.returns", mistakes[0].ToString(), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("windowDays")]
    [DataRow("answerDays")]
    [DataRow("silence")]
    [DataRow("reasons")]
    public void What_nobody_says_is_told(string key)
    {
        var without = string.Join(',', new (string Key, string Text)[]
        {
            ("windowDays", "\"windowDays\": 7"), ("answerDays", "\"answerDays\": 3"), ("silence", "\"silence\": \"deny\""),
            ("reasons", "\"reasons\": { \"wrong_number\": \"The number is somebody else's\" }"),
        }.Where(part => part.Key != key).Select(part => part.Text));

        var mistakes = Load($$""" "vendors": { "acme": { "returns": { {{without}} } } } """).Mistakes;

        Assert.Contains($"does not say '{key}'", mistakes.Single().ToString(), StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_mistake_of_the_campaign_s_section_is_told_once()
    {
        var mistakes = Load(
            $$""" "returns": { {{Whole}}, "maxShare": 0 }, "vendors": { "acme": { "returns": { } }, "bright": { "returns": { } } } """).Mistakes;

        Assert.Contains("returns.maxShare", mistakes.Single().ToString(), StringComparison.Ordinal);
    }

    private static ReturnTerms? TermsOf(string sections) => ContractOf(
        Load(sections) is { Value: { } campaign } ? campaign : throw new AssertFailedException(string.Join('\n', Load(sections).Mistakes)))
        .Returns;

    private static LoadResult<Campaign> Load(string sections) => TestCampaign.Load($$"""
        { "campaign": "loans", "version": "1", "rules": [], "delivery": { "type": "webhook", "url": "/demo/crm/leads" }, {{sections}} }
        """);

    private static Contract ContractOf(Campaign campaign) => campaign.Policies[TestCampaign.Id("acme")].Contract!;
}
