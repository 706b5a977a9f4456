using System.CommandLine;
using System.CommandLine.Parsing;
using LeadFilter.Cli.Connections;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listening;
using LeadFilter.Cli.Serving;

namespace LeadFilter.Cli.Commands;

/// <summary><c>leadfilter serve</c>: runs the whole filter on this machine until it is told to stop.</summary>
internal static class ServeCommand
{
    private const int MaxPort = 65_535;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var port = new Option<int?>("--port")
        {
            Description = $"The port on 127.0.0.1; 0 for a free one [default: {ListenPlan.DefaultPort}]",
            HelpName = "PORT",
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > MaxPort)
            {
                result.AddError($"--port: give a number from 0 to {MaxPort}");
            }
        });
        var listen = new Option<string[]>("--listen")
        {
            Description = "Where to listen instead, such as 0.0.0.0:8080; may be given several times",
            HelpName = "ADDRESS:PORT",
        };
        listen.Validators.Add(result =>
        {
            if (result.Parent is CommandResult command && command.GetResult(port) is { Implicit: false })
            {
                result.AddError("--listen: give --port or --listen, not both");
            }
            else if (result.Tokens.Any(static token => !ListenAddress.TryParse(token.Value, isHttps: false, out _)))
            {
                result.AddError("--listen: give an address and a port, such as 0.0.0.0:8080, [::]:8080 or https://0.0.0.0:8443");
            }
        });
        var certificate = new Option<string?>("--certificate")
        {
            Description = "The certificate for TLS, PEM or PFX; read again when it changes",
            HelpName = "FILE",
        };
        var key = new Option<string?>("--certificate-key")
        {
            Description = "The private key of a PEM certificate, if it has a file of its own",
            HelpName = "FILE",
        };
        var proxies = new Option<string[]>("--proxy")
        {
            Description = "A reverse proxy, or a network of them, whose X-Forwarded headers count; may be given several times",
            HelpName = "ADDRESS",
        };
        var data = new Option<string>("--data")
        {
            Description = "The data folder; created if it is missing",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".leadfilter",
        };
        var campaigns = SharedOptions.Campaigns("--campaigns");
        data.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError($"{data.Name}: name a folder");
            }
        });

        var command = new ExampledCommand(
            "serve",
            "Runs the filter on this machine, with its data in one folder. Ctrl-C finishes the work in progress and stops.",
            "leadfilter serve",
            "leadfilter serve --port 8080 --data /var/lib/leadfilter --campaigns /etc/leadfilter/campaigns",
            "leadfilter serve --listen 0.0.0.0:443 --certificate fullchain.pem --certificate-key privkey.pem",
            "leadfilter serve --listen 0.0.0.0:8080 --proxy 10.1.0.0/16")
        {
            port,
            listen,
            certificate,
            key,
            proxies,
            data,
            campaigns,
        };
        command.SetAction((parsed, cancellation) =>
        {
            // An option is a setting that comes first.
            var options = new Dictionary<string, string?>
            {
                [ListenSettings.Addresses] = parsed.GetValue(port) is { } number ? $"127.0.0.1:{number}" : Joined(parsed.GetValue(listen)),
                [ListenSettings.Certificate] = parsed.GetValue(certificate),
                [ListenSettings.CertificateKey] = parsed.GetValue(key),
                [TrustedProxies.SettingName] = Joined(parsed.GetValue(proxies)),
            };
            return RunAsync(
                surroundings,
                new(parsed.GetRequiredValue(data), parsed.GetRequiredValue(campaigns)),
                name => options.GetValueOrDefault(name) ?? surroundings.Variable(name),
                cancellation);
        });
        return command;
    }

    private static string? Joined(string[]? values) => values is { Length: > 0 } ? string.Join(',', values) : null;

    private static async Task<int> RunAsync(
        Surroundings surroundings, ServeOptions options, Func<string, string?> setting, CancellationToken cancellation)
    {
        try
        {
            await using var host = await FilterHost.StartAsync(
                options, surroundings.Time, Random.Shared, setting, null, cancellation);
            // What the start alone needed makes up half of the heap, and at rest nothing else would collect it for a long time.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            await surroundings.Out.WriteAsync(Welcome.Text(host, surroundings.Program, isSeen: !surroundings.OutputRedirected));
            await surroundings.Out.FlushAsync(CancellationToken.None);
            var manager = new ServiceManager(setting);
            manager.Ready();
            await host.WaitAsync(cancellation);
            manager.Stopping();
            await surroundings.Out.WriteLineAsync("Finishing the work in progress ...");
        }
        catch (CannotServeException error)
        {
            foreach (var line in error.Message.Split('\n'))
            {
                surroundings.Fail(ExitCode.WrongInput, line);
            }

            return ExitCode.WrongInput;
        }

        await surroundings.Out.WriteLineAsync("Stopped. The next start finds all data again.");
        return ExitCode.Done;
    }
}
