using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Times;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>Reads purchases of the past from a campaign's fields and three more.</summary>
/// <param name="campaign">The campaign.</param>
public sealed class PastPurchaseReader(Campaign campaign)
{
    /// <summary>When the lead was bought; needed.</summary>
    public const string DateField = "bought_at";

    /// <summary>Who sold it.</summary>
    public const string VendorField = "vendor";

    /// <summary>The lead's id.</summary>
    public const string IdField = "lead_id";

    // The campaign's fields keep their slots.
    private readonly FieldLayout layout = new(
        [
            .. campaign.Layout.Fields,
            .. new[] { DateField, VendorField, IdField }
                .Where(name => !campaign.Layout.TryFind(name, out _))
                .Select(static name => new FieldDefinition(name, StringType.Instance, "Of a purchase of the past.")),
        ],
        campaign.Layout.Aliases);

    /// <summary>Takes the fields of a purchase.</summary>
    public LeadDraft NewDraft() => new(layout);

    /// <summary>Reads a purchase.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="draft">Its fields.</param>
    /// <param name="problem">Why it cannot be read, without its values; null if it can.</param>
    public static PastPurchase? Read(long line, LeadDraft draft, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var raw = draft.ToLead(default);
        var date = raw.Find(DateField).Raw is { } text ? TimestampType.Instance.Standardize(text) : FieldValue.Missing;
        problem = date.IsValid ? null : date.Raw is null ? $"no {DateField}" : $"{DateField}: {date.Why ?? "blank"}";
        if (problem is not null)
        {
            return null;
        }

        return new(
            line,
            LeadId.TryParse(raw.Find(IdField).Raw?.Trim().ToLowerInvariant(), out var id) ? id : null,
            VendorId.TryParse(raw.Find(VendorField).Raw?.Trim(), out var vendor) ? vendor : null,
            draft.ToLead(DateTimeOffset.FromUnixTimeMilliseconds((long)date.Number)))
        {
            NamesVendor = !string.IsNullOrWhiteSpace(raw.Find(VendorField).Raw),
        };
    }
}
