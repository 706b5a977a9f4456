using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Erasure;

/// <summary>What was found of a person, and where.</summary>
internal sealed class FoundPerson
{
    /// <summary>The leads, each with where it is.</summary>
    public Dictionary<LeadId, LeadPlace> Leads { get; } = [];

    /// <summary>The campaigns that may have decided about them.</summary>
    public HashSet<CampaignId> Campaigns { get; } = [];

    /// <summary>Their messages.</summary>
    public List<(LeadId Lead, KeptMessage Message)> Messages { get; } = [];

    /// <summary>The claims by what the person has told: they lead to the leads.</summary>
    public Dictionary<string, Row> Claims { get; } = [];

    /// <summary>The claims of the same leads by what the person has not told.</summary>
    public Dictionary<string, Row> OtherClaims { get; } = [];

    /// <summary>Notes a claim by what the person has told.</summary>
    /// <param name="lead">Its lead.</param>
    /// <param name="row">Its row.</param>
    public void Add(LeadId lead, Row row)
    {
        Leads.TryAdd(lead, LeadPlace.Bought);
        Claims[row.RowKey] = row;
        AddCampaign(row);
    }

    /// <summary>Notes a claim of a lead that was found, whatever it is by.</summary>
    /// <param name="row">Its row.</param>
    public void AddOther(Row row)
    {
        if (!Claims.ContainsKey(row.RowKey))
        {
            OtherClaims[row.RowKey] = row;
            AddCampaign(row);
        }
    }

    /// <summary>Notes a message.</summary>
    /// <param name="lead">Its lead.</param>
    /// <param name="message">The message.</param>
    public void Add(LeadId lead, KeptMessage message)
    {
        Messages.Add((lead, message));
        Place(lead, message.State switch
        {
            MessageState.InHand => LeadPlace.InDelivery,
            MessageState.Waiting => LeadPlace.Queued,
            _ => LeadPlace.DeadLetter,
        });
        if (CampaignId.TryParse(message.Message.Properties.GetValueOrDefault("campaign"), out var campaign))
        {
            Campaigns.Add(campaign);
        }
    }

    /// <summary>Notes where a lead is. Of several places the most open one counts.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="place">The place.</param>
    public void Place(LeadId lead, LeadPlace place)
    {
        if (!Leads.TryGetValue(lead, out var known) || known is LeadPlace.Bought or LeadPlace.DeadLetter || place == LeadPlace.InDelivery)
        {
            Leads[lead] = place;
        }
    }

    /// <summary>A claim's row key begins with its space: a campaign, a campaign's vendor, or a mark of the installation.</summary>
    private void AddCampaign(Row claim)
    {
        if (CampaignId.TryParse(claim.RowKey.Split('|', '/')[0], out var campaign))
        {
            Campaigns.Add(campaign);
        }
    }
}
