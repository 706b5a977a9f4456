using LeadFilter.Core.Leads;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>A lead that the demo CRM took.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Body">The body as posted: a JSON object.</param>
internal sealed record TakenLead(LeadId Key, DateTimeOffset TakenAt, string Body);
