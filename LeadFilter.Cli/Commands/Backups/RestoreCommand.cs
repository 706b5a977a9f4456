using System.CommandLine;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Serving;
using LeadFilter.Sqlite.Backups;
using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Cli.Commands.Backups;

/// <summary><c>leadfilter restore</c>: puts a backup in the place of a filter's data.</summary>
internal static class RestoreCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "The backup" };
        var folder = SharedOptions.Folder();
        folder.Description = "The data folder; created if it is missing";
        var json = SharedOptions.Json("One JSON document instead of sentences");
        var command = new ExampledCommand(
            "restore",
            "Puts a backup in the place of a filter's data, while serve does not run. The data of before are kept under another name.",
            "leadfilter restore leadfilter-backup.db --data restored")
        {
            file,
            folder,
            json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            surroundings,
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Surroundings surroundings, string file, string folder, bool json, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(folder);
        if (!File.Exists(file))
        {
            return surroundings.Fail(ExitCode.WrongInput, $"there is no file {file}");
        }

        DataFolder.Make(full);
        using var folderLock = FolderLock.Take(full);
        using var commandsLock = FolderLock.TakeFromCommands(full);
        var made = "";
        var aside = await CopyProgress.ShowAsync(surroundings.Error, "restoring", progress => Backup.Restore(
            file,
            full,
            surroundings.Time.GetUtcNow(),
            note =>
            {
                InstallationSecrets.KeepIdentity(full, note.Identity);
                made = note.Made;
            },
            progress,
            cancellation));

        var report = new RestoreReport(full, made == "" ? null : made, InstallationSecrets.KeptIdentity(full) != "", aside);
        if (json)
        {
            surroundings.Out.WriteJsonLine(report, BackupJson.Default.RestoreReport);
        }
        else
        {
            Tell(surroundings, folder, report);
        }

        return ExitCode.Done;
    }

    private static void Tell(Surroundings surroundings, string folder, RestoreReport report)
    {
        surroundings.Out.WriteLine(
            $"{Printable.Of(folder)} is restored{(report.Made is null ? "" : $" as of {Printable.Of(report.Made)}")}");
        if (report.Aside is not null)
        {
            surroundings.Out.WriteLine(
                $"The data of before are in {Printable.Of(report.Aside)}: delete the file when you no longer need it.");
        }

        if (!report.HoldsIdentitySecret)
        {
            surroundings.Out.WriteLine(
                $"The identity secret was not in the backup: set {InstallationSecrets.IdentitySetting} to what it was before you start the "
                + "filter, or nobody who was bought or is on a list is recognized.");
        }

        surroundings.Out.WriteLine("People who were erased after the backup are there again: erase them once more.");
    }
}
