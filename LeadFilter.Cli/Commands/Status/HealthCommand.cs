using System.CommandLine;
using System.Text.Json;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Status;

/// <summary><c>leadfilter health</c>: asks a filter whether it is there, as monitors and containers do. It needs no key.</summary>
internal static class HealthCommand
{
    /// <summary>How long it waits. Who asks is a probe that asks again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "health",
            "Asks a running filter whether it can decide leads, for monitors and containers. It needs no key.",
            "leadfilter health",
            "leadfilter health --live");
        var url = SharedOptions.Url();
        var live = new Option<bool>("--live") { Description = "Ask only whether the process answers" };
        command.Options.Add(url);
        command.Options.Add(live);
        command.SetAction((parsed, cancellation) => AskAsync(
            surroundings, parsed.GetRequiredValue(url), parsed.GetValue(live) ? Addresses.Live : Addresses.Ready, cancellation));
        return command;
    }

    private static async Task<int> AskAsync(Surroundings surroundings, Uri url, Address address, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        using var http = surroundings.Connect(url);
        try
        {
            using var response = await http.GetAsync(FilterAddress.Of(url, address, []), either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (JsonSerializer.Deserialize(body, StatusJson.Default.JsonElement).Text("status") is not { } word)
            {
                return surroundings.Fail(ExitCode.Unreachable, $"what answers at {url} does not answer like a filter");
            }

            surroundings.Out.WriteLine(Printable.Of(word));
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.No;
        }
        catch (JsonException)
        {
            return surroundings.Fail(ExitCode.Unreachable, $"what answers at {url} does not answer like a filter");
        }
        catch (HttpRequestException unreachable)
        {
            return surroundings.Fail(ExitCode.Unreachable, $"no filter answers at {url} ({unreachable.Message})");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return surroundings.Fail(ExitCode.Unreachable, $"no answer from {url} within {Patience.TotalSeconds} s");
        }
    }
}
