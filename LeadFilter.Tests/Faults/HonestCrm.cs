using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// The side of the CRM that tells the filter what became of leads, and hands them back: alone and in batches, some of it again for no reason, and all of it
/// again that was not acknowledged. It notes all that it is told. One thread tells at a time.
/// </summary>
/// <param name="crm">Has the leads.</param>
/// <param name="history">Where it notes.</param>
/// <param name="seed">Makes its choices.</param>
internal sealed class HonestCrm(MoodyCrm crm, History history, int seed)
{
    private const int LinesOfBatch = 20;
    private const string Returned = "returned";
    private static readonly string[] Events = ["attempted", "contacted", "qualified", "converted", "lost", "reopened"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Random random = new(seed);
    private readonly List<CrmEvent> told = [];
    private readonly ConcurrentDictionary<CrmEvent, bool> open = new();

    /// <summary>Tells one event or a batch: new ones, ones that were not acknowledged, and ones that were.</summary>
    /// <returns>False if there was no answer.</returns>
    public Task<bool> TellNextAsync(FilterVisitor visitor)
    {
        var leads = crm.Taken.Keys.ToList();
        if (leads.Count == 0)
        {
            return WaitAsync();
        }

        var events = Enumerable.Range(0, random.Next(3) == 0 ? LinesOfBatch : 1).Select(_ => Next(leads)).Distinct().ToList();
        return TellAsync(visitor, events);
    }

    /// <summary>Tells everything again that is not acknowledged, until it is, and some of what is.</summary>
    /// <param name="visitors">Running filters; it goes from one to the next.</param>
    public async Task SettleAsync(params IReadOnlyList<FilterVisitor> visitors)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var turn = 0; !open.IsEmpty; turn++)
        {
            Assert.IsLessThan(Patience, TimeProvider.System.GetElapsedTime(started), $"{open.Count} events are never acknowledged");
            if (!await TellAsync(visitors[turn % visitors.Count], [.. open.Keys.Take(LinesOfBatch)]))
            {
                await WaitAsync();
            }
        }

        foreach (var some in told.Where((_, at) => at % 5 == 0).Chunk(LinesOfBatch))
        {
            await TellAsync(visitors[0], some);
        }
    }

    private static async Task<bool> WaitAsync()
    {
        await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        return true;
    }

    private CrmEvent Next(List<string> leads)
    {
        var choice = random.Next(100);
        if (choice < 20 && told.Count > 0)
        {
            return told[random.Next(told.Count)];
        }

        if (choice < 35 && open.Keys.FirstOrDefault() is { } again)
        {
            return again;
        }

        // A return has no id but the lead's, and there is one for each.
        var lead = leads[random.Next(leads.Count)];
        var made = choice < 50 ? new CrmEvent(lead, Returned, "") : new(lead, Events[random.Next(Events.Length)], $"e{told.Count}");
        told.Add(made);
        return made;
    }

    private async Task<bool> TellAsync(FilterVisitor visitor, IReadOnlyList<CrmEvent> events)
    {
        var isHeard = true;
        foreach (var kind in events.GroupBy(static one => one.Event == Returned))
        {
            isHeard &= await TellAsync(visitor, [.. kind], kind.Key ? "returns" : "outcomes");
        }

        return isHeard;
    }

    private async Task<bool> TellAsync(FilterVisitor visitor, IReadOnlyList<CrmEvent> events, string address)
    {
        foreach (var one in events)
        {
            open[one] = true;
        }

        EventAnswer[] answers;
        try
        {
            answers = await SendAsync(visitor, events, address);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            answers = [.. events.Select(static _ => EventAnswer.Nothing)];
        }

        for (var at = 0; at < events.Count; at++)
        {
            history.Add(new ToldEvent(events[at].Lead, events[at].Event, events[at].Id, answers[at]));
            if (answers[at] is EventAnswer.Counted or EventAnswer.Known)
            {
                open.TryRemove(events[at], out _);
            }
        }

        return answers[0] != EventAnswer.Nothing;
    }

    private static async Task<EventAnswer[]> SendAsync(
        FilterVisitor visitor, IReadOnlyList<CrmEvent> events, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/campaigns/loans/{address}")
        {
            Content = new StringContent(
                string.Join('\n', events.Select(static one => one.ToJson())), Encoding.UTF8, events.Count == 1 ? "application/json" : "application/x-ndjson"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FilterVisitor.AdminKey);
        using var response = await visitor.Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return [.. events.Select(static _ => EventAnswer.Error)];
        }

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, body);
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("lines", out var lines)
            ? [.. lines.EnumerateArray().Select(Read)]
            : [Read(json.RootElement)];
    }

    private static EventAnswer Read(JsonElement line) => line.GetProperty("result").GetString() switch
    {
        "counted" or "requested" => EventAnswer.Counted,
        "known" => EventAnswer.Known,
        _ => throw new AssertFailedException($"An event of a lead that the CRM has is refused: {line}"),
    };

    /// <summary>An event of the CRM. It happened in the millisecond of the purchase, so that no clock of a filter finds it in the future.</summary>
    private sealed record CrmEvent(string Lead, string Event, string Id)
    {
        public string ToJson() => Event == Returned
            ? $$"""{"lead":"{{Lead}}","reason":"bad"}"""
            : $$"""{"lead":"{{Lead}}","event":"{{Event}}","id":"{{Id}}","at":"{{BoughtAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}}"}""";

        private DateTime BoughtAt => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Lead[..12], 16)).UtcDateTime;
    }
}
