using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>The demo CRM's leads as a page for a browser. It needs nothing from elsewhere and runs no script.</summary>
/// <param name="leads">The leads to show, newest first.</param>
/// <param name="count">How many there are in all.</param>
/// <param name="older">The query of the page with older ones; null if there are none.</param>
internal sealed class DemoCrmPage(IReadOnlyList<LeadView> leads, int count, string? older) : IResult
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Demo CRM</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .35rem .75rem; border-bottom: 1px solid #d5d5d5; vertical-align: top; }
        th { border-bottom: 2px solid #1b1b1b; }
        td.price, th.price { text-align: right; font-variant-numeric: tabular-nums; }
        </style>
        </head>
        <body>
        <h1>Demo CRM</h1>

        """;

    private static readonly string[] Columns = ["Received", "Campaign", "Vendor", "Name", "E-mail", "Phone", "State"];

    /// <summary>Reads what a page shows.</summary>
    /// <param name="leads">The leads.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="limit">How many to show at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<DemoCrmPage> ReadAsync(
        IAsyncEnumerable<TakenLead> leads, int count, int limit, CancellationToken cancellation)
    {
        var shown = new List<LeadView>();
        string? last = null;
        await foreach (var lead in leads.WithCancellation(cancellation))
        {
            if (shown.Count == limit)
            {
                return new(shown, count, $"?limit={limit}&amp;after={last}");
            }

            if (LeadView.TryRead(lead.Body, out var view))
            {
                shown.Add(view);
                last = lead.Key.ToString();
            }
        }

        return new(shown, count, null);
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(Render(), httpContext.RequestAborted);
    }

    private string Render()
    {
        var page = new StringBuilder(Head);
        page.Append("<p>").Append(count).Append(count == 1 ? " lead is" : " leads are").Append(" here");
        if (leads.Count < count)
        {
            page.Append(", ").Append(leads.Count).Append(leads.Count == 1 ? " is" : " are").Append(" shown");
        }

        page.Append(".</p>\n<table>\n<thead><tr>");
        foreach (var column in Columns)
        {
            page.Append("<th scope=\"col\">").Append(column).Append("</th>");
        }

        page.Append("<th scope=\"col\" class=\"price\">Price</th></tr></thead>\n<tbody>\n");
        foreach (var lead in leads)
        {
            Append(page, lead);
        }

        page.Append("</tbody>\n</table>\n");
        if (older is not null)
        {
            page.Append("<p><a href=\"").Append(older).Append("\">Older leads</a></p>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, LeadView view)
    {
        page.Append("<tr>");
        foreach (var text in (ReadOnlySpan<string>)
            [ToTheSecond(view.ReceivedAt), view.Campaign, view.Vendor, view.Name, view.Email, view.Phone, view.State])
        {
            page.Append("<td>").Append(HtmlEncoder.Default.Encode(text)).Append("</td>");
        }

        page.Append("<td class=\"price\">").Append(HtmlEncoder.Default.Encode(view.Price)).Append("</td></tr>\n");
    }

    private static string ToTheSecond(string time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : time;
}
