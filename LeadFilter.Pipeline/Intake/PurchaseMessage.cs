using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Purchases;

namespace LeadFilter.Pipeline.Intake;

/// <summary>A bought lead as the message by which it is delivered.</summary>
internal static class PurchaseMessage
{
    /// <summary>The message.</summary>
    /// <param name="purchase">The lead.</param>
    public static QueueMessage Of(Purchase purchase)
    {
        var (record, lead) = (purchase.Record, purchase.Lead);
        var fields = new List<KeyValuePair<string, string>>();
        for (var slot = 0; slot < lead.Layout.Fields.Count; slot++)
        {
            if (lead[slot].Raw is { } raw)
            {
                fields.Add(new(lead.Layout.Fields[slot].Name, raw));
            }
        }

        return LeadEnvelope.Wrap(new()
        {
            Id = record.Lead,
            Campaign = record.Campaign,
            CampaignVersion = record.CampaignVersion,
            Vendor = record.Vendor,
            Source = record.Source,
            ReceivedAt = record.ReceivedAt,
            Route = record.Route,
            Price = record.Price,
            UpdateOf = record.UpdateOf,
            Exclusive = purchase.Policy.Contract?.Exclusive,
            Score = purchase.Policy.ScoreOf(lead),
            Fields = fields,
        });
    }
}
