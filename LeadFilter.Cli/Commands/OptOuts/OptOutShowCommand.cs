using System.CommandLine;
using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary><c>leadfilter opt-outs show</c> and <c>proof</c>: one opt-out, and the proof of it.</summary>
internal static class OptOutShowCommand
{
    /// <summary>Makes the command <c>show</c>.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Show(Surroundings surroundings) => Create(
        surroundings,
        new ExampledCommand(
            "show", "Shows one opt-out. Times are UTC.", "leadfilter opt-outs show 3f0c9f5b1d2e4a6788990011aabbccdd"),
        async (filter, id, cancellation) =>
        {
            var (found, line) = await filter.ReadAsync(Addresses.ShowOptOut, [id], "", OptOutJson.Default.OptOutView, cancellation);
            return (line, output => OptOutText.Write(output, found));
        });

    /// <summary>Makes the command <c>proof</c>.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Prove(Surroundings surroundings) => Create(
        surroundings,
        new ExampledCommand(
            "proof",
            "Shows one opt-out with a signature, to prove when it was taken and what it says. Times are UTC.",
            "leadfilter opt-outs proof 3f0c9f5b1d2e4a6788990011aabbccdd --json > proof.json"),
        async (filter, id, cancellation) =>
        {
            var (proof, line) = await filter.ReadAsync(Addresses.ProveOptOut, [id], "", OptOutJson.Default.OptOutProof, cancellation);
            var proved = JsonSerializer.Deserialize(proof.Document, OptOutJson.Default.ProvedOptOut)!;
            return (line, output => OptOutText.Write(output, proved, proof));
        });

    private static ExampledCommand Create(
        Surroundings surroundings,
        ExampledCommand command,
        Func<AdminApi, string, CancellationToken, Task<(string Line, Action<TextWriter> Write)>> read)
    {
        var id = new Argument<string>("ID") { Description = "The opt-out's id: 32 hex digits" };
        var (url, folder, key) = (SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        var json = SharedOptions.Json("Write one JSON object, as the filter gives it");
        command.Arguments.Add(id);
        foreach (var option in (Option[])[url, key, folder, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var filter = AdminApi.Open(
                surroundings, parsed.GetRequiredValue(url), parsed.GetValue(key), parsed.GetRequiredValue(folder));
            var (line, write) = await read(filter, parsed.GetRequiredValue(id).ToLowerInvariant(), cancellation);
            if (parsed.GetValue(json))
            {
                surroundings.Out.WriteLine(line);
            }
            else
            {
                write(surroundings.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
