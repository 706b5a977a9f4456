using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace LeadFilter.Tests.Serving;

/// <summary>Calls a running filter as its vendors, its owner and its CRM's users do.</summary>
internal sealed class FilterVisitor : IDisposable
{
    /// <summary>The admin key of every filter under test.</summary>
    public const string AdminKey = "admin-key-of-the-tests";

    /// <summary>What every filter under test may call beside the public internet: the CRMs and providers of the tests.</summary>
    public const string Loopback = "127.0.0.0/8, ::1/128";

    public const string Leads = "/api/campaigns/loans/leads";

    public const string Rejections = "/api/campaigns/loans/rejections";

    private const int Connections = 64;

    private readonly Uri address;

    public FilterVisitor(Uri address)
    {
        this.address = address;
        Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>A lead that the campaign buys, of a person of its own.</summary>
    public static Dictionary<string, string> Person(string name) => new() { ["email"] = $"{name}@example.com", ["state"] = "CA" };

    /// <summary>A lead that nobody can be reached by.</summary>
    public static Dictionary<string, string> Nobody(string name) => new() { ["email"] = $"{name} at home", ["state"] = "CA" };

    public async Task<VendorAnswer> SendAsync(string vendor, Dictionary<string, string> fields, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Leads) { Content = JsonContent.Create(fields) };
        request.Headers.Authorization = new("Bearer", $"{vendor}-demo-key");
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await Http.SendAsync(request);
        return VendorAnswer.Read((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a request with a key.</summary>
    public async Task<(HttpStatusCode Status, string Body)> AskAsync(HttpMethod method, string address, string key, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new("Bearer", key);
        using var response = await Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends all at once, over as many connections as there are.</summary>
    public Task<VendorAnswer[]> SendAllAsync(IEnumerable<(string Vendor, Dictionary<string, string> Fields)> leads) =>
        Task.WhenAll(leads.Select(lead => SendAsync(lead.Vendor, lead.Fields)));

    /// <summary>The leads of the demo CRM, newest first.</summary>
    public async Task<IReadOnlyList<CrmLead>> CrmAsync()
    {
        var leads = new List<CrmLead>();
        string? next = null;
        do
        {
            using var json = JsonDocument.Parse(await Http.GetStringAsync($"/demo/crm/leads?limit=1000{(next is null ? "" : $"&after={next}")}"));
            leads.AddRange(json.RootElement.GetProperty("leads").EnumerateArray().Select(lead => new CrmLead(
                lead.GetProperty("idempotency_key").GetString()!,
                lead.GetProperty("lead").GetProperty("fields").GetProperty("email").GetString()!)));
            next = json.RootElement.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        while (next is not null);
        return leads;
    }

    /// <summary>A page of rejections, with the status.</summary>
    public async Task<RejectionsPage> RejectionsAsync(string query = "", string key = AdminKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Rejections + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await Http.SendAsync(request);
        return RejectionsPage.Read((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends bytes and reads until the filter closes the connection.</summary>
    public async Task<string> SendRawAsync(byte[] request)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(request);
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>A lead in the demo CRM.</summary>
internal sealed record CrmLead(string Key, string Email);
