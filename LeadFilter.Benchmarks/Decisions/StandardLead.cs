using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Benchmarks.Decisions;

/// <summary>
/// What the rules of <see cref="BenchmarkCampaign"/> look at, in plain properties, as a program without LeadFilter would have it.
/// </summary>
internal sealed class StandardLead(Lead lead)
{
    public bool PhoneIsValid { get; } = lead.Find("phone_1").IsValid;

    public bool PhoneIsFictitious { get; } = Part(lead, "phone_1.fictitious") == "true";

    public bool PhoneIsRepeated { get; } = Part(lead, "phone_1.repeated") == "true";

    public bool EmailIsValid { get; } = lead.Find("email").IsValid;

    public string EmailDomain { get; } = Part(lead, "email.domain");

    public bool Consent { get; } = lead.Find("tcpa_consent").Number != 0;

    public double AgeSeconds { get; } = (lead.ReceivedAt.ToUnixTimeMilliseconds() - lead.Find("created_at").Number) / 1000;

    public string State { get; } = lead.Find("state").TextString;

    public string UserAgent { get; } = lead.Find("user_agent").TextString;

    public double SecondsOnForm { get; } = lead.Find("seconds_on_form").Number;

    public string LandingHost { get; } = Part(lead, "landing_page_url.host");

    public bool IpIsPrivate { get; } = Part(lead, "ip_address.private") == "true";

    public string Comments { get; } = lead.Find("comments").TextString;

    private static string Part(Lead lead, string path)
    {
        if (!lead.Layout.TryResolve(path, out var operand))
        {
            throw new ArgumentException(path, nameof(path));
        }

        var value = operand.Read(lead);
        return operand.Type.CanonicalText(in value);
    }
}
