using System.Text;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Tests.Peers;

/// <summary>A peer of the filter in a process of its own, with a CRM beside it.</summary>
internal sealed class PeerUnderTest : IDisposable
{
    private readonly Servers servers;
    private readonly ServedProcess crm;
    private readonly ServedProcess peer;
    private readonly string data;
    private readonly HttpClient client = new();

    private PeerUnderTest(Servers servers, ServedProcess crm, ServedProcess peer, string data) =>
        (this.servers, this.crm, this.peer, this.data) = (servers, crm, peer, data);

    /// <summary>Where it listens.</summary>
    public Uri Url => peer.Url;

    public static async Task<PeerUnderTest> StartAsync(Peer which)
    {
        var started = new Servers();
        var folder = Path.Combine(started.Folder, "data");
        var target = await started.StartBareAsync(CancellationToken.None);
        return new(started, target, await started.StartAsync(which, target, folder, CancellationToken.None), folder);
    }

    /// <summary>Posts a lead.</summary>
    /// <param name="lead">As JSON.</param>
    /// <param name="key">The key.</param>
    /// <returns>The status, and the answer's text.</returns>
    public async Task<(int Status, string Text)> PostAsync(byte[] lead, string key = LeadSource.Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(peer.Url, LeadSource.Path))
        {
            Content = new StringContent(Encoding.UTF8.GetString(lead), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Api-Key", key);
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>How many leads the CRM has taken.</summary>
    public async Task<int> DeliveredAsync() => int.Parse(await client.GetStringAsync(new Uri(crm.Url, "/taken")));

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public void Kill() => servers.Stop(peer);

    /// <summary>The first column of what its database says.</summary>
    /// <param name="file">The database's file.</param>
    /// <param name="sql">What is asked.</param>
    public List<object> Query(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<object>();
        while (reader.Read())
        {
            found.Add(reader.GetValue(0));
        }

        return found;
    }

    public void Dispose()
    {
        client.Dispose();
        servers.Dispose();
    }
}
