using System.Text.Json;
using LeadFilter.Benchmarks.Leads;

namespace LeadFilter.Tests.Load;

/// <summary>The leads of the measurements.</summary>
[TestClass]
public sealed class LeadSourceTests
{
    [TestMethod]
    public void Every_other_lead_of_a_mix_is_bought()
    {
        var leads = new LeadSource(LeadKind.Mix);
        CollectionAssert.AreEqual(new[] { true, false, true, false }, Enumerable.Range(0, 4).Select(_ => IsBought(leads)).ToArray());
    }

    [TestMethod]
    public void No_two_leads_are_of_the_same_person()
    {
        var leads = new LeadSource(LeadKind.Accepts);
        var people = Enumerable.Range(0, 1_000).Select(_ => JsonDocument.Parse(leads.Next(out var _)).RootElement).ToList();

        Assert.HasCount(1_000, people.Select(static lead => lead.GetProperty("email").GetString()).Distinct());
        Assert.HasCount(1_000, people.Select(static lead => lead.GetProperty("phone_1").GetString()).Distinct());
    }

    private static bool IsBought(LeadSource leads)
    {
        leads.Next(out var isBought);
        return isBought;
    }
}
