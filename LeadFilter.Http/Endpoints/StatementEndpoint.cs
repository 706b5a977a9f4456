using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Statements;
using LeadFilter.Pipeline.Upkeep;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Tells what the buyer owes a vendor for a month: the buyer's staff of any vendor, a vendor of itself.</summary>
/// <param name="admission">Tells who asks.</param>
/// <param name="campaigns">The campaigns.</param>
/// <param name="statements">The use case.</param>
/// <param name="retention">How long decisions are kept.</param>
/// <param name="time">The clock.</param>
public sealed class StatementEndpoint(
    ReaderAdmission admission, ICampaigns campaigns, StatementReader statements, RetentionOptions retention, TimeProvider time)
    : IDisposable
{
    // A month may have a million decisions: whoever asks for many statements at once waits for his own.
    private readonly SemaphoreSlim reading = new(2);

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request; parameters <c>month</c>, and <c>vendor</c>, which a vendor may leave out.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        var (asker, place, refused) = await admission.AdmitAsync(request, campaign, cancellation);
        using var entry = place;
        if (refused is not null)
        {
            return refused;
        }

        var now = time.GetUtcNow();
        if (!TryFind(request, campaign, asker, out var found, out var vendor, out var problem)
            || !TryReadMonth(request, found, now, out var month, out problem))
        {
            return problem;
        }

        var statement = await entry.AsideAsync(() => ReadAsync(found, vendor, month, cancellation));
        return statement is { Lines.Count: 0, EarlierLines.Count: 0 } && !found.Policies.ContainsKey(vendor)
            ? StatementProblem.UnknownVendor
            : StatementAnswer.Of(statement, isOver: statement.Period.End <= now, cancellation);
    }

    private async ValueTask<Statement> ReadAsync(
        Campaign campaign, VendorId vendor, StatementMonth month, CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            return await statements.ReadAsync(campaign, vendor, month, cancellation);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Finds whose statement of which campaign is asked for.</summary>
    private bool TryFind(
        HttpRequest request,
        string campaign,
        AdmittedVendor? asker,
        [NotNullWhen(true)] out Campaign? found,
        out VendorId vendor,
        [NotNullWhen(false)] out Problem? problem)
    {
        (found, vendor) = (null, default);
        if (!QueryParameter.TryReadText(request, "vendor", out var asked, out problem))
        {
            return false;
        }

        if (asker is { } self)
        {
            (found, vendor) = (self.Campaign, self.Vendor);
            problem = asked is null || asked == vendor.ToString() ? null : Problem.Forbidden;
            return problem is null;
        }

        found = CampaignId.TryParse(campaign, out var id) ? campaigns.Find(id) : null;
        problem = found is null ? Problem.UnknownCampaign
            : VendorId.TryParse(asked, out vendor) ? null
            : Problem.UnreadableParameter("vendor", "The parameter 'vendor' must be a vendor's id, such as acme.");
        return problem is null && found is not null;
    }

    private bool TryReadMonth(
        HttpRequest request,
        Campaign campaign,
        DateTimeOffset now,
        out StatementMonth month,
        [NotNullWhen(false)] out Problem? problem)
    {
        month = default;
        if (!QueryParameter.TryReadText(request, "month", out var text, out problem))
        {
            return false;
        }

        problem = !StatementMonth.TryParse(text, out month)
            ? Problem.UnreadableParameter("month", $"The parameter 'month' must be {StatementMonth.Form}.")
            : month > StatementMonth.Of(now, campaign.TimeZone)
                ? Problem.UnreadableParameter("month", "The month has not begun in the campaign's time zone.")
            : month.SliceIn(campaign.TimeZone).Start < now - retention.Decisions
                ? StatementProblem.NoLongerKept((int)retention.Decisions.TotalDays)
            : null;
        return problem is null;
    }
}
