# Completion of kubectl-tidb_br in PowerShell: asks the program itself. Load it with
#   kubectl-tidb_br completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'kubectl-tidb_br' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $typed = $commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition }
    $words = @($typed | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($wordToComplete -eq '') {
        # PowerShell before 7.3 drops empty arguments of programs unless they are quoted twice.
        $words += if ($PSVersionTable.PSVersion -lt [version]'7.3') { '""' } else { '' }
    }
    $answer = @(& "$($commandAst.CommandElements[0])" __complete @words 2>$null)
    if ($answer.Count -eq 0) { return }
    $directive = [int]$answer[-1].TrimStart(':')
    # Without a result PowerShell offers files and folders.
    if ($directive -eq 0 -or $directive -band 16) { return }

    # The candidates are values where the word is --flag=value; PowerShell replaces the whole word.
    $flag = if ($wordToComplete -match '^(-[^=]*=)') { $Matches[1] } else { '' }
    $found = foreach ($line in $answer[0..($answer.Count - 2)]) {
        if ($answer.Count -lt 2) { break }
        $value, $description = $line -split "`t", 2
        if (-not $description) { $description = $value }
        [System.Management.Automation.CompletionResult]::new("$flag$value", $value, 'ParameterValue', $description)
    }
    # An empty text keeps PowerShell from offering files.
    if ($found) { $found } else { '' }
}
