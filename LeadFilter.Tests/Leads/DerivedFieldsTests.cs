using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Tests.Leads;

/// <summary>What is derived is never taken from the vendor: a stale lead cannot say that it is fresh.</summary>
[TestClass]
public sealed class DerivedFieldsTests
{
    private static readonly FieldLayout Layout = new(StandardFields.All, []);

    [TestMethod]
    public void No_part_no_shorthand_and_no_fact_can_be_sent()
    {
        var derived = StandardFields.All.SelectMany(field => field.Type.Parts.Select(part => $"{field.Name}.{part.Name}")).Concat(StandardFields.Shorthands.Keys).Concat(LeadFacts.All.Select(fact => fact.Name)).ToList();
        Assert.IsGreaterThan(50, derived.Count);
        foreach (var name in derived)
        {
            Assert.AreEqual(AddResult.Ignored, new LeadDraft(Layout).Add(name, "1"), name);
        }
    }

    [TestMethod]
    public void The_age_of_a_lead_is_told_by_its_time_whatever_the_vendor_says()
    {
        var draft = new LeadDraft(Layout);
        draft.Add("created_at", "2026-11-22T11:00:00Z");
        draft.Add("age_seconds", "1");
        draft.Add("created_at.age_seconds", "1");
        Assert.IsTrue(Layout.TryResolve("age_seconds", out var age));
        Assert.AreEqual(3600, age.Read(draft.ToLead(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))).Number);
    }
}
