using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Suppression;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Pipeline.Erasure;

/// <summary>Makes the identities under which a person's leads may have been claimed, in every campaign and for every vendor.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="identities">Makes the identities.</param>
/// <param name="time">The clock.</param>
internal sealed class PersonClaims(ICampaigns campaigns, PersonIdentities identities, TimeProvider time)
{
    /// <summary>The identities, each once.</summary>
    /// <param name="person">The person.</param>
    public IEnumerable<PersonIdentity> Of(Person person) =>
        campaigns.All.SelectMany(campaign => LeadsOf(campaign, person).SelectMany(lead => Of(campaign, lead)))
            .DistinctBy(static identity => (identity.Space, identity.Hash));

    /// <summary>What of the plans for duplicates needs more than addresses and numbers, in words.</summary>
    public IEnumerable<string> Unknown() =>
        from campaign in campaigns.All
        from plan in campaign.Duplicates
        let others = plan.By.Where(operand => !IsContact(campaign, operand)).Select(static operand => operand.Path).ToList()
        where others.Count > 0
        select $"claims of {campaign.Id} by {string.Join(", ", others)}: only a keyed hash is kept, and this person's values are not "
            + "known here";

    private static bool IsContact(Campaign campaign, FieldOperand operand) =>
        operand.Slot >= 0 && campaign.Layout.Fields[operand.Slot].Type is EmailType or PhoneType;

    /// <summary>A lead for every pair of an address and a number: plans may ask for both.</summary>
    private IEnumerable<Lead> LeadsOf(Campaign campaign, Person person)
    {
        string?[] addresses = [.. RawsOf(person, SuppressionKind.Email), null];
        string?[] numbers = [.. RawsOf(person, SuppressionKind.Phone), null];
        return from address in addresses
               from number in numbers
               where address is not null || number is not null
               select LeadOf(campaign, address, number);
    }

    private static IEnumerable<string> RawsOf(Person person, SuppressionKind kind) =>
        person.Values.Where(value => value.Identity.Kind == kind).Select(static value => value.Raw);

    /// <summary>The person may have given the value in any field of its type.</summary>
    private Lead LeadOf(Campaign campaign, string? address, string? number)
    {
        var draft = new LeadDraft(campaign.Layout);
        foreach (var (name, type, _) in campaign.Layout.Fields)
        {
            draft.Add(name, type switch
            {
                EmailType => address,
                PhoneType => number,
                _ => null,
            });
        }

        return draft.ToLead(time.GetUtcNow());
    }

    private IEnumerable<PersonIdentity> Of(Campaign campaign, Lead lead) =>
        campaign.Policies.Select(static one => (Vendor: (VendorId?)one.Key, Policy: one.Value))
            .Append((Vendor: null, Policy: campaign.PolicyWithoutContract))
            .SelectMany(asked => identities.Of(campaign, asked.Policy, asked.Vendor, lead));
}
