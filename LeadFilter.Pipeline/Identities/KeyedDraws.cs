using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Identities;

/// <summary>
/// What a lead draws: keyed hashes of its person, or of the lead as it was sent. So it draws the same in every process and after
/// every restart, nobody without the installation's secret can tell what, and nothing has to be kept. Nothing is computed until a
/// condition asks.
/// </summary>
/// <param name="hasher">Makes keyed hashes.</param>
/// <param name="campaign">The campaign.</param>
/// <param name="vendor">The vendor.</param>
/// <param name="lead">The lead.</param>
public sealed class KeyedDraws(IdentityHasher hasher, Campaign campaign, VendorId vendor, Lead lead) : ILeadDraws
{
    private const string Kind = "share";
    private const int HexDigits = 16;
    private const ulong Steps = 100_000_000;
    private const double StepLength = Draw.Whole / (double)Steps;

    /// <summary>What a person is recognized by in a campaign that looks for no duplicates.</summary>
    private static readonly string[] WithoutPlan = ["email.identity", "phone_1"];

    private string[]? person;
    private string? content;

    /// <inheritdoc/>
    public double? Of(Draw draw)
    {
        // Without a name, campaigns draw independently of each other; a name means the same group wherever it stands.
        var (scope, name) = draw.Name is { } given ? ("", given) : (campaign.Id.ToString(), "");
        if (draw.Unit == DrawUnit.Lead)
        {
            return NumberOf(hasher.Keyed(Kind, "lead", scope, name, content ??= hasher.ContentOf(campaign, vendor, lead)));
        }

        return (person ??= Person()) is { Length: > 0 } known ? NumberOf(hasher.Keyed([Kind, "person", scope, name, .. known])) : null;
    }

    private static double NumberOf(string hash) =>
        ulong.Parse(hash.AsSpan(0, HexDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Steps * StepLength;

    /// <summary>
    /// By what the person is recognized: of the campaign's plans for duplicates the first that finds something. Where any one field
    /// of a plan is enough, it is the first that the lead has.
    /// </summary>
    private string[] Person()
    {
        foreach (var plan in campaign.Duplicates)
        {
            var found = plan.By.Select(operand => (operand.Path, Text: TextOf(operand)))
                .Where(static one => one.Text is not null)
                .ToList();
            if (plan.MatchAll && found.Count == plan.By.Count)
            {
                return
                [
                    .. found
                        .OrderBy(static one => one.Path, StringComparer.Ordinal)
                        .SelectMany(static one => new[] { one.Path, one.Text! }),
                ];
            }

            if (!plan.MatchAll && found.Count > 0)
            {
                return [found[0].Path, found[0].Text!];
            }
        }

        return campaign.Duplicates.Count > 0 ? [] : PersonWithoutPlan();
    }

    private string[] PersonWithoutPlan()
    {
        foreach (var path in WithoutPlan)
        {
            if (lead.Layout.TryResolve(path, out var operand) && TextOf(operand) is { } text)
            {
                return [path, text];
            }
        }

        return [];
    }

    private string? TextOf(FieldOperand operand)
    {
        var value = operand.Read(lead);
        return value.IsValid ? operand.Type.CanonicalText(in value) : null;
    }
}
