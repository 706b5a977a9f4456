using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>Whether a CRM's answer of status 2xx takes the lead, by what the campaign says of it.</summary>
internal static class CrmAcceptance
{
    private const int MaxFact = 500;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32 };

    /// <summary>Whether an answer takes the lead. Nothing of the answer is kept.</summary>
    /// <param name="plan">What it must say.</param>
    /// <param name="status">Its status.</param>
    /// <param name="body">Its body, as far as it was read.</param>
    /// <param name="now">The time.</param>
    public static bool Holds(AcceptancePlan plan, int status, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        // Some programs begin UTF-8 with a mark that JSON does not know.
        body = body.Span.StartsWith(System.Text.Encoding.UTF8.Preamble) ? body[System.Text.Encoding.UTF8.Preamble.Length..] : body;
        var answer = new LeadDraft(plan.Layout);
        foreach (var fact in plan.Facts.Where(static fact => fact.Path is null))
        {
            answer.Restore(fact.Field, fact.Statuses.Contains(status) ? "true" : "false");
        }

        if (Utf8.IsValid(body.Span) && !TryReadJson(plan, body, answer))
        {
            // Not JSON, or more than was read: the whole text is the value at the root.
            foreach (var fact in plan.Facts.Where(static fact => fact.Path is { IsRoot: true }))
            {
                answer.Restore(fact.Field, fact.IsPresence ? "true" : System.Text.Encoding.UTF8.GetString(body.Span));
            }
        }

        return plan.Holds(answer.ToLead(now));
    }

    private static bool TryReadJson(AcceptancePlan plan, ReadOnlyMemory<byte> body, LeadDraft answer)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Reading);
            foreach (var fact in plan.Facts)
            {
                if (fact.Path is not { } path)
                {
                    continue;
                }

                var isThere = path.TryFind(document.RootElement, out var value);
                var text = fact.IsPresence ? isThere ? "true" : "false" : isThere ? FactText.Of(value, fact.Type) : null;
                if (text is { Length: <= MaxFact })
                {
                    answer.Restore(fact.Field, text);
                }
            }

            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Text with half a surrogate pair is an InvalidOperationException.
            return false;
        }
    }
}
