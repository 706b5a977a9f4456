using System.CommandLine;
using System.Globalization;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Serving;
using LeadFilter.Sqlite.Backups;

namespace LeadFilter.Cli.Commands.Backups;

/// <summary><c>leadfilter backup</c>: copies the data of a filter into one file, also while it runs.</summary>
internal static class BackupCommand
{
    private const double Megabyte = 1_000_000;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "The backup to write" };
        var folder = SharedOptions.Folder();
        var force = new Option<bool>("--force") { Description = "Replaces FILE if it exists" };
        var json = SharedOptions.Json("One JSON document instead of sentences");
        var command = new ExampledCommand(
            "backup",
            "Copies the data of a filter into one file and checks the copy, even while serve runs. It holds personal data and the secret "
                + "of the data folder: only its owner may read it.",
            "leadfilter backup leadfilter-backup.db",
            "leadfilter backup /mnt/backup/leadfilter.db --force --data /var/lib/leadfilter")
        {
            file,
            folder,
            force,
            json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            surroundings,
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(force),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Surroundings surroundings, string file, string folder, bool force, bool json, CancellationToken cancellation)
    {
        if (Refusal(file, folder, force) is { } refusal)
        {
            return surroundings.Fail(ExitCode.WrongInput, refusal);
        }

        var note = new BackupNote(
            surroundings.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            InstallationSecrets.KeptIdentity(folder));
        var bytes = await CopyProgress.ShowAsync(
            surroundings.Error, "copying", progress => Backup.Write(folder, file, force, note, progress, cancellation));

        var report = new BackupReport(Path.GetFullPath(file), bytes, note.Made, note.Identity != "");
        if (json)
        {
            surroundings.Out.WriteJsonLine(report, BackupJson.Default.BackupReport);
        }
        else
        {
            Tell(surroundings, file, report);
        }

        return ExitCode.Done;
    }

    private static void Tell(Surroundings surroundings, string file, BackupReport report)
    {
        surroundings.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Printable.Of(file)}: {report.Bytes / Megabyte:N1} MB, as of {report.Made}, checked"));
        surroundings.Out.WriteLine(report.HoldsIdentitySecret
            ? "It holds personal data and the identity secret: keep it as safe as the data folder."
            : $"It holds personal data, but not the identity secret: keep the value of {InstallationSecrets.IdentitySetting} elsewhere.");
    }

    private static string? Refusal(string file, string folder, bool force) =>
        Directory.Exists(file) ? $"{file}: this is a folder"
        : Real(Path.GetDirectoryName(Path.GetFullPath(file))!) == Real(folder)
            ? $"{file} is in the data folder itself; write the backup elsewhere, best to another disk"
        : !force && File.Exists(file) ? $"{file} exists; give --force to replace it"
        : null;

    private static string Real(string folder)
    {
        var full = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return full.Exists ? full.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full.FullName : full.FullName;
    }
}
