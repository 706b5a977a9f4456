using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>Something that is to be done about a return.</summary>
/// <param name="Campaign">The campaign that bought the lead.</param>
/// <param name="Vendor">Who sold it.</param>
/// <param name="Lead">The lead.</param>
/// <param name="Changes">How many changes the return has when it is done.</param>
/// <param name="At">From when on it is to be done.</param>
/// <param name="Row">Where it is noted.</param>
internal sealed record ReturnTask(CampaignId Campaign, VendorId Vendor, LeadId Lead, int Changes, DateTimeOffset At, Row Row);
