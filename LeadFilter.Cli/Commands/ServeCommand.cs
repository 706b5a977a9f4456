using System.CommandLine;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Serving;

namespace LeadFilter.Cli.Commands;

/// <summary><c>leadfilter serve</c>: runs the whole filter on this machine until it is told to stop.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 7071;
    private const int MaxPort = 65_535;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on 127.0.0.1; 0 for a free one",
            HelpName = "PORT",
            DefaultValueFactory = _ => DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > MaxPort)
            {
                result.AddError($"--port: give a number from 0 to {MaxPort}");
            }
        });
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
            "leadfilter serve --port 8080 --data /var/lib/leadfilter --campaigns /etc/leadfilter/campaigns")
        {
            port,
            data,
            campaigns,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            surroundings,
            new(parsed.GetValue(port), parsed.GetRequiredValue(data), parsed.GetRequiredValue(campaigns)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, ServeOptions options, CancellationToken cancellation)
    {
        try
        {
            await using var host = await FilterHost.StartAsync(
                options, surroundings.Time, Random.Shared, surroundings.Variable, null, cancellation);
            await surroundings.Out.WriteAsync(Welcome.Text(host, surroundings.Program, isSeen: !surroundings.OutputRedirected));
            await surroundings.Out.FlushAsync(CancellationToken.None);
            await host.WaitAsync(cancellation);
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
