using System.Text;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Outgoing;
using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Pipeline.Targets;

/// <summary>Targets, who are told of opt-outs as the file of targets says now.</summary>
/// <param name="campaigns">Knows the targets.</param>
/// <param name="settings">Where secrets are found by their names.</param>
internal sealed class TargetReceivers(ICampaigns campaigns, IConfiguration settings) : INoticeReceivers
{
    /// <inheritdoc/>
    public string Sort => NoticeReceiver.TargetSort;

    /// <inheritdoc/>
    public bool Has(string id) => campaigns.Targets?.Find(id) is not null;

    /// <inheritdoc/>
    public NoticePlan? Find(Notice notice)
    {
        if (campaigns.Targets is not { } targets)
        {
            return NoticePlan.Later(NoticeReasons.ReceiverUnknown, "The file of targets does not load.");
        }

        if (targets.Find(notice.To.Id) is not { } target)
        {
            return null;
        }

        if (target.Secrets.FirstOrDefault(name => string.IsNullOrWhiteSpace(settings[name])) is { } missing)
        {
            return NoticePlan.Later(NoticeReasons.SecretMissing, $"The setting '{missing}' with a secret is not set.");
        }

        return target.Request.TryWrite(target.Fields.Fill(notice.CreatedAt, OptOutValues.Read(notice.Data)), out var request)
            && Complete(request.Address, target.Request) is { } address
            && Headers(target.Request) is { } headers
            ? new(address, target.Secret is null ? null : settings[target.Secret], request.Body ?? default)
            {
                Method = new(target.Request.Method),
                MediaType = target.Request.ContentType,
                Headers = headers,
            }
            : NoticePlan.Later(NoticeReasons.CannotBeWritten, "The target asks for something that this opt-out does not have.");
    }

    /// <inheritdoc/>
    public IReadOnlyList<Change> Acknowledging(Notice notice, int status, DateTimeOffset at) =>
        [Change.Insert(TableNames.OptOutTargets, TargetBook.Ending(TellTargets.OptOutOf(notice), notice.To.Id, status, at))];

    private Uri? Complete(string address, LookupRequestPlan plan)
    {
        var full = new StringBuilder(address);
        foreach (var (name, _, secret) in plan.Query)
        {
            if (secret is not null && RevealedSecret.Of(secret, settings) is { } value)
            {
                var mark = full.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?';
                full.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return Uri.TryCreate(full.ToString(), UriKind.Absolute, out var uri) ? uri : null;
    }

    private List<KeyValuePair<string, string>>? Headers(LookupRequestPlan plan)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in plan.Headers)
        {
            if ((header.Secret is null ? header.Value : RevealedSecret.Of(header.Secret, settings)) is not { } value)
            {
                return null;
            }

            headers.Add(new(header.Name, value));
        }

        return headers;
    }
}
