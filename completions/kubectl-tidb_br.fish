# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_kubectl_tidb_br_global_optspecs
    string join \n operator= color= utc n/namespace= kubeconfig= context= kube-cluster= user= s/server= tls-server-name= insecure-skip-tls-verify= certificate-authority= client-certificate= client-key= token= username= password= as= as-group= as-uid= as-user-extra= request-timeout= disable-compression= cache-dir= v/v= h/help
end

function __fish_kubectl_tidb_br_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_kubectl_tidb_br_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_kubectl_tidb_br_using_subcommand
    set -l cmd (__fish_kubectl_tidb_br_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "backup" -d 'Take and look at backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "backups" -d 'Take and look at backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "log" -d 'Drive log backup: start, pause, resume, stop, truncate'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "restore" -d 'Restore clusters: snapshots, archives, points in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "restores" -d 'Restore clusters: snapshots, archives, points in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "schedule" -d 'Run backups on a schedule, and say what is kept'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "schedules" -d 'Run backups on a schedule, and say what is kept'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "compact" -d 'Compact log backup data, so that restores are faster'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "setup" -d 'Prepare a namespace for its first backup'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "convert" -d 'Turn manifests for v1 into their v2 equivalents'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "tso" -d 'Turn TSOs into times and back'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "completion" -d 'Print a completion script, or set up kubectl\'s completion'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "version" -d 'Show the versions of plugin, API server and operators'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "create" -d 'Create a backup from flags'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "list" -d 'List backups, log backups too'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "ls" -d 'List backups, log backups too'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "show" -d 'Show backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "describe" -d 'Show backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "wait" -d 'Wait until backups are complete, log backups until they run'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l method -d 'What makes the backup' -r -f -a "br\t'A snapshot by BR'
dumpling\t'A logical dump by Dumpling (v1)'
volume-snapshot\t'Volume snapshots (v1)'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l like -d 'Take the spec of this backup, under a new name and prefix' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l type -d 'What a snapshot holds (default: full)' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l commit-ts -d 'Back up the data as of this time; for a log backup, its start' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l last-backup-ts -d 'Only what changed since this time (incremental)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l dumpling-option -d 'Option of Dumpling, instead of its defaults (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l from-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l from-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l from-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l from-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l from-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l clean-policy -d 'What happens to the data when the object is deleted' -r -f -a "Retain\t''
OnFailure\t''
Delete\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l clean-option -d 'How data is deleted, such as pageSize=1000 (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l retry-max -d 'Retries after the Job died without a verdict' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l retry-min-interval -d 'Wait before the first retry; doubles each time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l retry-timeout -d 'Give up this long after the first failure' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s i -l interactive -d 'Ask for what is missing, show the manifest, ask again before it is written, and print the command line that does the same'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l from-schedule -d 'Only backups that this schedule made' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l from-schedule -d 'Only backups that this schedule made' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l for -d 'What to wait for; default: complete, for a log backup running' -r -f -a "complete\t'The snapshot or dump is complete'
running\t'The Pod works; for a log backup: it has a start'
paused\t'The log backup is paused'
stopped\t'The log backup is stopped'
truncated\t'The log backup is truncated as far as was asked for'
deleted\t'The object is gone'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l timeout -d 'Give up waiting for an object after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a backup from flags'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "list" -d 'List backups, log backups too'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until backups are complete, log backups until they run'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "create" -d 'Create a backup from flags'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "list" -d 'List backups, log backups too'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "ls" -d 'List backups, log backups too'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "show" -d 'Show backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "describe" -d 'Show backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "wait" -d 'Wait until backups are complete, log backups until they run'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l method -d 'What makes the backup' -r -f -a "br\t'A snapshot by BR'
dumpling\t'A logical dump by Dumpling (v1)'
volume-snapshot\t'Volume snapshots (v1)'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l like -d 'Take the spec of this backup, under a new name and prefix' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l type -d 'What a snapshot holds (default: full)' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l commit-ts -d 'Back up the data as of this time; for a log backup, its start' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l last-backup-ts -d 'Only what changed since this time (incremental)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l dumpling-option -d 'Option of Dumpling, instead of its defaults (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l from-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l from-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l from-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l from-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l from-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l clean-policy -d 'What happens to the data when the object is deleted' -r -f -a "Retain\t''
OnFailure\t''
Delete\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l clean-option -d 'How data is deleted, such as pageSize=1000 (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l retry-max -d 'Retries after the Job died without a verdict' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l retry-min-interval -d 'Wait before the first retry; doubles each time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l retry-timeout -d 'Give up this long after the first failure' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s i -l interactive -d 'Ask for what is missing, show the manifest, ask again before it is written, and print the command line that does the same'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l from-schedule -d 'Only backups that this schedule made' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l from-schedule -d 'Only backups that this schedule made' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l for -d 'What to wait for; default: complete, for a log backup running' -r -f -a "complete\t'The snapshot or dump is complete'
running\t'The Pod works; for a log backup: it has a start'
paused\t'The log backup is paused'
stopped\t'The log backup is stopped'
truncated\t'The log backup is truncated as far as was asked for'
deleted\t'The object is gone'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l timeout -d 'Give up waiting for an object after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a backup from flags'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from help" -f -a "list" -d 'List backups, log backups too'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until backups are complete, log backups until they run'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand backups; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "start" -d 'Start a log backup, or one that is paused'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "pause" -d 'Pause a log backup, and say until when it can be resumed'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "resume" -d 'Resume a paused log backup'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "stop" -d 'Stop a log backup for good'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "truncate" -d 'Delete log data that is older than a time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "status" -d 'Show state, checkpoint, lag and deadline'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "list" -d 'Show state, checkpoint, lag and deadline'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "show" -d 'Show log backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "describe" -d 'Show log backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "wait" -d 'Wait for log backups to reach a state'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and not __fish_seen_subcommand_from start pause resume stop truncate status list show describe wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l commit-ts -d 'Back up the data as of this time; for a log backup, its start' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l clean-policy -d 'What happens to the data when the object is deleted' -r -f -a "Retain\t''
OnFailure\t''
Delete\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l clean-option -d 'How data is deleted, such as pageSize=1000 (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l retry-failed -d 'Clear the failure of the sub-command first'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l retry-failed -d 'Clear the failure of the sub-command first'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l retry-failed -d 'Clear the failure of the sub-command first'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l retry-failed -d 'Clear the failure of the sub-command first'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l until -d 'Delete what is older than this time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l keep -d 'Delete what is older than this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l to-oldest-snapshot -d 'Delete what is older than the oldest snapshot that the log can roll forward'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l retry-failed -d 'Clear the failure of the sub-command first'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from truncate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l max-lag -d 'Lag of the checkpoint that is a warning, and critical' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l max-paused -d 'Time paused that is a warning, and critical' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l check -d 'Exit with 6 or 7 when something is wrong'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l max-lag -d 'Lag of the checkpoint that is a warning, and critical' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l max-paused -d 'Time paused that is a warning, and critical' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l check -d 'Exit with 6 or 7 when something is wrong'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l for -d 'What to wait for; default: complete, for a log backup running' -r -f -a "complete\t'The snapshot or dump is complete'
running\t'The Pod works; for a log backup: it has a start'
paused\t'The log backup is paused'
stopped\t'The log backup is stopped'
truncated\t'The log backup is truncated as far as was asked for'
deleted\t'The object is gone'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l timeout -d 'Give up waiting for an object after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start a log backup, or one that is paused'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Pause a log backup, and say until when it can be resumed'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Resume a paused log backup'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "stop" -d 'Stop a log backup for good'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "truncate" -d 'Delete log data that is older than a time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show state, checkpoint, lag and deadline'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show log backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait for log backups to reach a state'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "create" -d 'Restore from a backup, an archive, or to a point in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "list" -d 'List restores'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "ls" -d 'List restores'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "show" -d 'Show restores in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "describe" -d 'Show restores in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "wait" -d 'Wait until restores are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l from-backup -d 'Restore this Backup; its storage is copied' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l from-schedule -d 'Restore the newest complete snapshot of this schedule; with --to, the one that leads there' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l cluster-from -d 'Restore the newest complete snapshot of this TiDB cluster; with --to, the one that leads there' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l method -d 'What restores; default: br, or lightning for a dump' -r -f -a "br\t'A snapshot, or a point in time, by BR'
lightning\t'A dump by Lightning (v1)'
volume-snapshot\t'Volume snapshots (v1)'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l cluster -d 'TiDB cluster to restore into' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l storage -d 'Where the data lies, in the form s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; with --to, where the log backup lies' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l type -d 'What is restored of the backup' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l to -d 'Restore the data as of this time: a snapshot, and the log backup up to there' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l log-start-ts -d 'Replay the log backup from this time, without a snapshot' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l full-storage -d 'Where the snapshot lies, when --storage is the log backup; settings and Secret of --storage unless the URL says otherwise' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l full-storage-secret -d 'Secret of the snapshot\'s storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l archive -d 'Dump to import with Lightning: s3://….tgz or gcs://….tgz' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l online -d 'Restore while the cluster serves' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l backoff-limit -d 'How often the Job tries again' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l prune -d 'Clean up the metadata of a restore that failed' -r -f -a "afterFailed\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l to-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l to-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l to-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l to-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l to-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s i -l interactive -d 'Ask for what is missing, show the manifest, ask again before it is written, and print the command line that does the same'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l for -d 'What to wait for' -r -f -a "complete\t'It is complete'
running\t'Its Pod works'
deleted\t'The object is gone'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from help" -f -a "create" -d 'Restore from a backup, an archive, or to a point in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from help" -f -a "list" -d 'List restores'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show restores in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until restores are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restore; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "create" -d 'Restore from a backup, an archive, or to a point in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "list" -d 'List restores'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "ls" -d 'List restores'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "show" -d 'Show restores in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "describe" -d 'Show restores in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "wait" -d 'Wait until restores are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l from-backup -d 'Restore this Backup; its storage is copied' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l from-schedule -d 'Restore the newest complete snapshot of this schedule; with --to, the one that leads there' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l cluster-from -d 'Restore the newest complete snapshot of this TiDB cluster; with --to, the one that leads there' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l method -d 'What restores; default: br, or lightning for a dump' -r -f -a "br\t'A snapshot, or a point in time, by BR'
lightning\t'A dump by Lightning (v1)'
volume-snapshot\t'Volume snapshots (v1)'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l cluster -d 'TiDB cluster to restore into' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l storage -d 'Where the data lies, in the form s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; with --to, where the log backup lies' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l type -d 'What is restored of the backup' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l to -d 'Restore the data as of this time: a snapshot, and the log backup up to there' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l log-start-ts -d 'Replay the log backup from this time, without a snapshot' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l full-storage -d 'Where the snapshot lies, when --storage is the log backup; settings and Secret of --storage unless the URL says otherwise' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l full-storage-secret -d 'Secret of the snapshot\'s storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l archive -d 'Dump to import with Lightning: s3://….tgz or gcs://….tgz' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l online -d 'Restore while the cluster serves' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l backoff-limit -d 'How often the Job tries again' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l prune -d 'Clean up the metadata of a restore that failed' -r -f -a "afterFailed\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l to-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l to-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l to-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l to-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l to-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s i -l interactive -d 'Ask for what is missing, show the manifest, ask again before it is written, and print the command line that does the same'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l for -d 'What to wait for' -r -f -a "complete\t'It is complete'
running\t'Its Pod works'
deleted\t'The object is gone'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from help" -f -a "create" -d 'Restore from a backup, an archive, or to a point in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from help" -f -a "list" -d 'List restores'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show restores in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until restores are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand restores; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "create" -d 'Create a schedule of snapshots, log backup and compaction'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "list" -d 'List schedules: last and next run, and what they keep'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "ls" -d 'List schedules: last and next run, and what they keep'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "show" -d 'Show next runs, and what retention deletes and keeps'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "describe" -d 'Show next runs, and what retention deletes and keeps'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "set" -d 'Change a schedule, and list the backups that this deletes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "pause" -d 'Pause schedules; retention and log backup go on'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "resume" -d 'Resume, and say which missed run fires at once'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "trigger" -d 'Make one backup now, which retention never takes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "delete" -d 'Delete schedules, and keep or delete their backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l method -d 'What makes the backups' -r -f -a "br\t'A snapshot by BR'
dumpling\t'A logical dump by Dumpling (v1)'
volume-snapshot\t'Volume snapshots (v1)'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l schedule -d 'When to run: five cron fields, or @daily, @hourly, @every 6h; in the operator\'s time zone, which is UTC unless it was changed' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l max-backups -d 'Keep the newest N backups; 0 keeps all; not with a log backup' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l max-reserved-time -d 'Keep backups this long, such as 7d; wins over --max-backups' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l paused -d 'Start paused' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l log-storage -d 'Back up the log as well, to this URL; settings and Secret of --storage unless the URL says otherwise' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l log-storage-secret -d 'Secret of the log\'s storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l compact-interval -d 'Compact the log this often; needs --log-storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l type -d 'What a snapshot holds (default: full)' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l commit-ts -d 'Back up the data as of this time; for a log backup, its start' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l last-backup-ts -d 'Only what changed since this time (incremental)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l dumpling-option -d 'Option of Dumpling, instead of its defaults (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l from-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l from-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l from-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l from-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l from-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l clean-policy -d 'What happens to the data when the object is deleted' -r -f -a "Retain\t''
OnFailure\t''
Delete\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l clean-option -d 'How data is deleted, such as pageSize=1000 (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l retry-max -d 'Retries after the Job died without a verdict' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l retry-min-interval -d 'Wait before the first retry; doubles each time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l retry-timeout -d 'Give up this long after the first failure' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s i -l interactive -d 'Ask for what is missing, show the manifest, ask again before it is written, and print the command line that does the same'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l schedule -d 'When to run: five cron fields, or @daily, @hourly, @every 6h; in the operator\'s time zone, which is UTC unless it was changed' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l max-backups -d 'Keep the newest N backups; 0 keeps all; not with a log backup' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l max-reserved-time -d 'Keep backups this long, such as 7d; wins over --max-backups' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l paused -d 'Start paused' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l log-storage -d 'Back up the log as well, to this URL; settings and Secret of --storage unless the URL says otherwise' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l log-storage-secret -d 'Secret of the log\'s storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l compact-interval -d 'Compact the log this often; needs --log-storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l type -d 'What a snapshot holds (default: full)' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l commit-ts -d 'Back up the data as of this time; for a log backup, its start' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l last-backup-ts -d 'Only what changed since this time (incremental)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l dumpling-option -d 'Option of Dumpling, instead of its defaults (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l from-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l from-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l from-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l from-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l from-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l clean-policy -d 'What happens to the data when the object is deleted' -r -f -a "Retain\t''
OnFailure\t''
Delete\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l clean-option -d 'How data is deleted, such as pageSize=1000 (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l retry-max -d 'Retries after the Job died without a verdict' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l retry-min-interval -d 'Wait before the first retry; doubles each time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l retry-timeout -d 'Give up this long after the first failure' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from trigger" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l cascade -d 'What becomes of the schedule\'s backups: orphan keeps them, background deletes them too' -r -f -a "orphan\t'The backups stay'
background\t'The backups go afterwards, each by its own clean policy'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a schedule of snapshots, log backup and compaction'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "list" -d 'List schedules: last and next run, and what they keep'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show next runs, and what retention deletes and keeps'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "set" -d 'Change a schedule, and list the backups that this deletes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Pause schedules; retention and log backup go on'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Resume, and say which missed run fires at once'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "trigger" -d 'Make one backup now, which retention never takes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete schedules, and keep or delete their backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedule; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "create" -d 'Create a schedule of snapshots, log backup and compaction'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "list" -d 'List schedules: last and next run, and what they keep'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "ls" -d 'List schedules: last and next run, and what they keep'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "show" -d 'Show next runs, and what retention deletes and keeps'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "describe" -d 'Show next runs, and what retention deletes and keeps'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "set" -d 'Change a schedule, and list the backups that this deletes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "pause" -d 'Pause schedules; retention and log backup go on'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "resume" -d 'Resume, and say which missed run fires at once'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "trigger" -d 'Make one backup now, which retention never takes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "delete" -d 'Delete schedules, and keep or delete their backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and not __fish_seen_subcommand_from create list ls show describe set pause resume trigger delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l method -d 'What makes the backups' -r -f -a "br\t'A snapshot by BR'
dumpling\t'A logical dump by Dumpling (v1)'
volume-snapshot\t'Volume snapshots (v1)'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l schedule -d 'When to run: five cron fields, or @daily, @hourly, @every 6h; in the operator\'s time zone, which is UTC unless it was changed' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l max-backups -d 'Keep the newest N backups; 0 keeps all; not with a log backup' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l max-reserved-time -d 'Keep backups this long, such as 7d; wins over --max-backups' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l paused -d 'Start paused' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l log-storage -d 'Back up the log as well, to this URL; settings and Secret of --storage unless the URL says otherwise' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l log-storage-secret -d 'Secret of the log\'s storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l compact-interval -d 'Compact the log this often; needs --log-storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l type -d 'What a snapshot holds (default: full)' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l commit-ts -d 'Back up the data as of this time; for a log backup, its start' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l last-backup-ts -d 'Only what changed since this time (incremental)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l dumpling-option -d 'Option of Dumpling, instead of its defaults (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l from-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l from-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l from-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l from-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l from-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l clean-policy -d 'What happens to the data when the object is deleted' -r -f -a "Retain\t''
OnFailure\t''
Delete\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l clean-option -d 'How data is deleted, such as pageSize=1000 (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l retry-max -d 'Retries after the Job died without a verdict' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l retry-min-interval -d 'Wait before the first retry; doubles each time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l retry-timeout -d 'Give up this long after the first failure' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s i -l interactive -d 'Ask for what is missing, show the manifest, ask again before it is written, and print the command line that does the same'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l schedule -d 'When to run: five cron fields, or @daily, @hourly, @every 6h; in the operator\'s time zone, which is UTC unless it was changed' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l max-backups -d 'Keep the newest N backups; 0 keeps all; not with a log backup' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l max-reserved-time -d 'Keep backups this long, such as 7d; wins over --max-backups' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l paused -d 'Start paused' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l log-storage -d 'Back up the log as well, to this URL; settings and Secret of --storage unless the URL says otherwise' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l log-storage-secret -d 'Secret of the log\'s storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l compact-interval -d 'Compact the log this often; needs --log-storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l type -d 'What a snapshot holds (default: full)' -r -f -a "full\t''
db\t''
table\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l db -d 'Database, for --type db and table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l table -d 'Table, for --type table' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l filter -d 'Table filter rule, such as \'db.*\' or \'!db.t\' (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l commit-ts -d 'Back up the data as of this time; for a log backup, its start' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l last-backup-ts -d 'Only what changed since this time (incremental)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l dumpling-option -d 'Option of Dumpling, instead of its defaults (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l storage-size -d 'Size of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l storage-class-name -d 'StorageClass of the scratch volume' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l from-host -d 'TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l from-port -d 'Port of the TiDB server' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l from-user -d 'Database user' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l from-secret -d 'Secret with the key `password`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l from-tls-secret -d 'Secret with the client certificate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l gc-life-time -d 'tikv_gc_life_time while the work goes on' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l clean-policy -d 'What happens to the data when the object is deleted' -r -f -a "Retain\t''
OnFailure\t''
Delete\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l clean-option -d 'How data is deleted, such as pageSize=1000 (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l retry-max -d 'Retries after the Job died without a verdict' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l retry-min-interval -d 'Wait before the first retry; doubles each time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l retry-timeout -d 'Give up this long after the first failure' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s f -l filename -d 'Edit this manifest instead of the cluster\'s; with --dry-run=client; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from trigger" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l cascade -d 'What becomes of the schedule\'s backups: orphan keeps them, background deletes them too' -r -f -a "orphan\t'The backups stay'
background\t'The backups go afterwards, each by its own clean policy'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a schedule of snapshots, log backup and compaction'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "list" -d 'List schedules: last and next run, and what they keep'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show next runs, and what retention deletes and keeps'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "set" -d 'Change a schedule, and list the backups that this deletes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Pause schedules; retention and log backup go on'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Resume, and say which missed run fires at once'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "trigger" -d 'Make one backup now, which retention never takes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete schedules, and keep or delete their backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand schedules; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "create" -d 'Compact a range of log backup data'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "list" -d 'List compactions'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "ls" -d 'List compactions'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "show" -d 'Show compactions in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "describe" -d 'Show compactions in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "wait" -d 'Wait until compactions are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and not __fish_seen_subcommand_from create list ls show describe wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l from-log -d 'Storage, account, cluster and range of this log backup' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l preflight -d 'Checks beforehand: off, warn, or enforce (refuse on a critical finding)' -r -f -a "off\t'Look at nothing'
warn\t'Say what was found'
enforce\t'Refuse when something critical was found'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l cluster -d 'TiDB cluster to back up' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l cluster-namespace -d 'Namespace of the TiDB cluster (v1; default: that of the object)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l start-ts -d 'Compact the log from this time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l end-ts -d 'Compact the log up to this time' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l max-retry-times -d 'Retries of a failed compaction' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l storage -d 'Where the data goes: s3://BUCKET/PREFIX?region=…, gcs://…?project-id=…, azblob://CONTAINER/PREFIX or local:///MOUNT/PREFIX; {name} and {cluster} are replaced' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l storage-secret -d 'Secret with the credentials of the storage' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-provider -d 'S3 provider, such as aws, ceph, minio (default: aws)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-region -d 'S3 region' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-endpoint -d 'S3 endpoint, with its scheme' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-storage-class -d 'S3 storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-acl -d 'S3 access control list' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-sse -d 'S3 server-side encryption' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-option -d 'Option for rclone (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l s3-force-path-style -d 'Whether S3 paths hold the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l gcs-project-id -d 'Google Cloud project' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l gcs-location -d 'Location of the GCS bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l gcs-storage-class -d 'GCS storage class' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l gcs-object-acl -d 'GCS access control of objects' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l gcs-bucket-acl -d 'GCS access control of the bucket' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l azblob-access-tier -d 'Azure access tier' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l azblob-storage-account -d 'Azure storage account' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l local-pvc -d 'PersistentVolumeClaim that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l local-nfs -d 'NFS export that TiKV and the job mount' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l local-read-only -d 'Mount the volume read-only' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l local-mount-path -d 'Where the volume is mounted (default: the first folder of the URL)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l log-level -d 'Log level of BR' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l status-addr -d 'Where BR serves its statistics' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l concurrency -d 'Threads per TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l rate-limit -d 'MB/s per TiKV; 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l time-ago -d 'Back up the data as of this long ago' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l checksum -d 'Verify the files afterwards' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l check-requirements -d 'Check versions first' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l send-cred-to-tikv -d 'Hand the storage credentials to TiKV' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l br-option -d 'Further option of BR, such as --br-option=--switch-mode-interval=5m (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l service-account -d 'ServiceAccount of the Pod (operator\'s default: tidb-backup-manager)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l tool-image -d 'Image of BR or Dumpling' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l image-pull-secret -d 'Secret to pull images with (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l priority-class -d 'PriorityClass of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l env -d 'Environment variable KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l env-from-secret -d 'Environment variable KEY=SECRET:KEY (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l use-kms -d 'The credentials are KMS ciphertext' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l run-as-user -d 'User id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l run-as-group -d 'Group id of the Pod' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l fs-group -d 'Group that owns the Pod\'s volumes' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l request -d 'Requested resources, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l limit -d 'Resource limits, such as cpu=1,memory=2Gi' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l toleration -d 'Toleration KEY[=VALUE]:EFFECT (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l iam-role -d 'IAM role of the Pod (kube2iam)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l label -d 'Label KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l annotation -d 'Annotation KEY=VALUE (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -s f -l filename -d 'Manifest to start from; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l set -d 'Set any field: a path from the root and a YAML value; null removes (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done or failed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s l -l selector -d 'Only objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l cluster -d 'Only objects of this TiDB cluster' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l sort-by -d 'Sort by a field, such as {.status.commitTs}' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s A -l all-namespaces -d 'In all namespaces'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l show-labels -d 'Labels as the last column'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s w -l watch -d 'Go on and print changes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -s l -l selector -d 'Objects with these labels' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l for -d 'What to wait for' -r -f -a "complete\t'Complete'
deleted\t'Gone'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l timeout -d 'Give up waiting after this long; 0 looks once' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from help" -f -a "create" -d 'Compact a range of log backup data'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from help" -f -a "list" -d 'List compactions'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show compactions in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until compactions are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand compact; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -f -a "rbac" -d 'Create the account of backup jobs, and its rights'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -f -a "secret" -d 'Create a Secret under the keys that the operators read'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -f -a "tikv" -d 'Give TiKV and TiFlash what they need to reach the storage'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -f -a "sql" -d 'Print the database privileges that a tool needs'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and not __fish_seen_subcommand_from rbac secret tikv sql help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l service-account -d 'ServiceAccount that gets the rights' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l role-arn -d 'IAM role of the ServiceAccount (EKS)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l create-namespace -d 'Create the namespace first'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l force-conflicts -d 'Take over fields that another field manager owns'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from rbac" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -f -a "s3" -d 'S3 and compatible storage: access_key, secret_key'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -f -a "gcs" -d 'Google Cloud Storage: credentials'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -f -a "azblob" -d 'Azure Blob Storage: account key or Azure AD application'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -f -a "tidb" -d 'A database account for Dumpling and Lightning'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -f -a "tls" -d 'A client certificate for TiDB: tls.crt, tls.key, ca.crt'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from secret" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l secret -d 'The keys of this Secret, as environment' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l service-account -d 'This ServiceAccount to run under' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l iam-role -d 'This IAM role, as the annotation that kube2iam reads' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l local-pvc -d 'The volume of this PersistentVolumeClaim' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l local-nfs -d 'This NFS export' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l local-mount-path -d 'Where the volume is mounted, as in local:///MOUNT/PREFIX' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l local-volume-name -d 'Name of the volume in the Pod (default: backup)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l local-read-only -d 'Mount the volume read-only' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l dry-run -d 'none, client (print, send nothing) or server (validate, store nothing)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l allow -d 'Lift a safety rule (repeatable)' -r -f -a "second-task\t'Another log backup of the cluster is active: BR runs one task a cluster'
unrestorable\t'Snapshots would lose point-in-time recovery'
expired-resume\t'The history that a resume needs is probably collected'
log-max-backups\t'A schedule with a log backup and `maxBackups`, which deletes that log backup in time'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l diff -d 'Show the difference to the live object and write nothing'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -s y -l yes -d 'Answer questions with yes; lifts no rule'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from tikv" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l db-user -d 'Account that gets the privileges' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l db-host -d 'Hosts that the account connects from' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from sql" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from help" -f -a "rbac" -d 'Create the account of backup jobs, and its rights'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from help" -f -a "secret" -d 'Create a Secret under the keys that the operators read'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from help" -f -a "tikv" -d 'Give TiKV and TiFlash what they need to reach the storage'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from help" -f -a "sql" -d 'Print the database privileges that a tool needs'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand setup; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -s f -l filename -d 'Manifests for v1 (pingcap.com/v1alpha1), several in one file too; - is stdin' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand convert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand tso" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -a "install" -d 'Put the completer of `kubectl tidb-br` on PATH'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and not __fish_seen_subcommand_from install help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l dir -d 'Folder to write to; default: one of PATH' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -s y -l yes -d 'Answer the question with yes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from install" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from help" -f -a "install" -d 'Put the completer of `kubectl tidb-br` on PATH'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand completion; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -s o -l output -d 'table, wide, json, yaml, name, jsonpath=…, custom-columns=…' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l operator -d 'Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server' -r -f -a "auto\t'Ask the API server'
v1\t'pingcap.com/v1alpha1'
v2\t'br.pingcap.com/v1alpha1'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l color -d 'When to colour' -r -f -a "auto\t'Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects'
always\t'Also into pipes'
never\t'Nowhere'"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -s n -l namespace -d 'Namespace; default: the context\'s, else `default`' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l kubeconfig -d 'Kubeconfig file; default: the files in KUBECONFIG, else ~/.kube/config' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l context -d 'Context of the kubeconfig; default: its current context' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l kube-cluster -d 'Cluster entry of the kubeconfig (kubectl\'s --cluster)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l user -d 'User entry of the kubeconfig' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -s s -l server -d 'Address and port of the API server' -r -f
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l tls-server-name -d 'Name to expect in the server\'s certificate; default: the host of the address' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l insecure-skip-tls-verify -d 'Do not check the server\'s certificate. This makes the connection insecure' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l certificate-authority -d 'Certificate authority file for the server\'s certificate' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l client-certificate -d 'Client certificate file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l client-key -d 'Client key file' -r -F
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l token -d 'Bearer token' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l username -d 'User name for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l password -d 'Password for basic authentication' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l as -d 'User to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l as-group -d 'Group to impersonate (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l as-uid -d 'UID to impersonate' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l as-user-extra -d 'Extra of the impersonated user (repeatable)' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l request-timeout -d 'Time limit of one request, as in 30s; a bare number is seconds, 0 is no limit' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l disable-compression -d 'Accepted for kubectl\'s sake; responses are never compressed' -r -f -a "true\t''
false\t''"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l cache-dir -d 'Accepted for kubectl\'s sake; nothing is cached on disk' -r -f -a "(__fish_complete_directories)"
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -s v -l v -d 'Log level on stderr: 1 retries, 6 requests, 7 headers, 8 bodies; secrets are never shown' -r
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l client -d 'Only the plugin\'s own version; never connects'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l no-headers -d 'No header row'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l show-secrets -d 'Print secrets as they are: azblob SAS tokens, the data of Secrets'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l show-managed-fields -d 'Keep managedFields in json and yaml'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -l utc -d 'Show times in UTC instead of local time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "backup" -d 'Take and look at backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "log" -d 'Drive log backup: start, pause, resume, stop, truncate'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "restore" -d 'Restore clusters: snapshots, archives, points in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "schedule" -d 'Run backups on a schedule, and say what is kept'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "compact" -d 'Compact log backup data, so that restores are faster'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "setup" -d 'Prepare a namespace for its first backup'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "convert" -d 'Turn manifests for v1 into their v2 equivalents'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "tso" -d 'Turn TSOs into times and back'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "completion" -d 'Print a completion script, or set up kubectl\'s completion'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "version" -d 'Show the versions of plugin, API server and operators'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and not __fish_seen_subcommand_from backup log restore schedule compact setup convert tso completion version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from backup" -f -a "create" -d 'Create a backup from flags'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from backup" -f -a "list" -d 'List backups, log backups too'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from backup" -f -a "show" -d 'Show backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from backup" -f -a "wait" -d 'Wait until backups are complete, log backups until they run'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "start" -d 'Start a log backup, or one that is paused'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "pause" -d 'Pause a log backup, and say until when it can be resumed'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "resume" -d 'Resume a paused log backup'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "stop" -d 'Stop a log backup for good'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "truncate" -d 'Delete log data that is older than a time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "status" -d 'Show state, checkpoint, lag and deadline'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "show" -d 'Show log backups in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "wait" -d 'Wait for log backups to reach a state'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from restore" -f -a "create" -d 'Restore from a backup, an archive, or to a point in time'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from restore" -f -a "list" -d 'List restores'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from restore" -f -a "show" -d 'Show restores in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from restore" -f -a "wait" -d 'Wait until restores are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "create" -d 'Create a schedule of snapshots, log backup and compaction'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "list" -d 'List schedules: last and next run, and what they keep'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "show" -d 'Show next runs, and what retention deletes and keeps'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "set" -d 'Change a schedule, and list the backups that this deletes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "pause" -d 'Pause schedules; retention and log backup go on'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "resume" -d 'Resume, and say which missed run fires at once'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "trigger" -d 'Make one backup now, which retention never takes'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from schedule" -f -a "delete" -d 'Delete schedules, and keep or delete their backups'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from compact" -f -a "create" -d 'Compact a range of log backup data'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from compact" -f -a "list" -d 'List compactions'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from compact" -f -a "show" -d 'Show compactions in detail'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from compact" -f -a "wait" -d 'Wait until compactions are complete'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from setup" -f -a "rbac" -d 'Create the account of backup jobs, and its rights'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from setup" -f -a "secret" -d 'Create a Secret under the keys that the operators read'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from setup" -f -a "tikv" -d 'Give TiKV and TiFlash what they need to reach the storage'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from setup" -f -a "sql" -d 'Print the database privileges that a tool needs'
complete -c kubectl-tidb_br -n "__fish_kubectl_tidb_br_using_subcommand help; and __fish_seen_subcommand_from completion" -f -a "install" -d 'Put the completer of `kubectl tidb-br` on PATH'
