using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Batches;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Duplicates;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Takes leads that were bought before this filter was, one JSON object a line.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="past">Keeps the purchases.</param>
public sealed class ImportClaimsEndpoint(CampaignFolder campaigns, PastPurchases past)
{
    private const int MaxInvalidShown = 100;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        if (!CampaignId.TryParse(campaign, out var id) || !campaigns.Current.Campaigns.TryGetValue(id, out var found))
        {
            return Problem.UnknownCampaign;
        }

        var (text, problem) = await BatchBody.ReadAsync(request, cancellation);
        if (text is null)
        {
            return problem!;
        }

        var invalid = new List<InvalidValue>();
        var purchases = Read(text, new(found), invalid);
        if (purchases.Count + invalid.Count is 0 or > BatchBody.MaxLines)
        {
            return purchases.Count + invalid.Count == 0
                ? Problem.UnreadableBody("The body holds no purchase. Send one JSON object a line.")
                : BatchBody.TooLarge;
        }

        var tally = await past.KeepAsync(found, purchases, cancellation);
        invalid.AddRange(tally.Invalid);
        return Results.Json(
            new(
                id.ToString(),
                tally.Added,
                tally.AlreadyThere,
                tally.TooOld,
                invalid.Count,
                tally.UnknownVendor,
                invalid.OrderBy(static one => one.Line).Take(MaxInvalidShown).Select(static one => new LineDocument(one.Line, one.Why))),
            EndpointJson.Default.ImportDocument);
    }

    private static List<PastPurchase> Read(string text, PastPurchaseReader reader, List<InvalidValue> invalid)
    {
        var purchases = new List<PastPurchase>();
        var number = 0L;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
            {
                continue;
            }

            var draft = reader.NewDraft();
            var why = JsonLead.Read(Encoding.UTF8.GetBytes(line.ToString()), draft)?.Detail;
            if (why is null && PastPurchaseReader.Read(number, draft, out why) is { } purchase)
            {
                purchases.Add(purchase);
            }
            else
            {
                invalid.Add(new(number, why!));
            }
        }

        return purchases;
    }
}
