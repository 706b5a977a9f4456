using System.CommandLine;
using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Status;

/// <summary><c>leadfilter status</c>: shows how a running filter is, and what waits for the CRMs.</summary>
internal static class StatusCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "status",
            "Shows how a running filter is: what waits for the CRMs and why, what is missing, and the room on the disk. It ends with 1 if "
                + "somebody should look. Times are UTC.",
            "leadfilter status",
            "leadfilter status --json");
        var (url, folder, key) = (SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        var json = SharedOptions.Json("Write one JSON document, as the filter gives it");
        foreach (var option in (Option[])[url, key, folder, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var filter = AdminApi.Open(
                surroundings, parsed.GetRequiredValue(url), parsed.GetValue(key), parsed.GetRequiredValue(folder));
            var answer = await filter.GetHealthAsync(Addresses.Ready, cancellation);
            return answer.Body is { } body && Read(body) is { } status
                ? Show(status, body, parsed.GetValue(json), surroundings)
                : answer.Body is null ? surroundings.Fail(answer.ExitCode, answer.Problem)
                : surroundings.Fail(filter.NoFilter.ExitCode, filter.NoFilter.Problem);
        });
        return command;
    }

    private static StatusDocument? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, StatusJson.Default.StatusDocument);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Show(StatusDocument status, byte[] body, bool json, Surroundings surroundings)
    {
        if (status.Campaigns is null)
        {
            return surroundings.Fail(
                ExitCode.WrongInput,
                $"the filter is {status.Status}, but tells this key no more; its role must be admin or read. For the key, {AdminKey.Ways}");
        }

        if (json)
        {
            var document = JsonSerializer.Deserialize(body, StatusJson.Default.JsonElement);
            surroundings.Out.WriteJsonLine(document, StatusJson.Default.JsonElement);
        }
        else
        {
            StatusText.Write(surroundings, status);
        }

        return status.NeedsAttention ? ExitCode.No : ExitCode.Done;
    }
}
