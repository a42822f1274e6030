import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {useToast} from '@sanity/ui/toast'
import {type DocumentActionComponent, useClient} from 'sanity'
import {apiVersion} from '../content/api-version.ts'
import {pageAddress} from '../content/page-address.ts'

/** Opens the page of a published role beside the Studio. */
export const OpenPage: DocumentActionComponent = ({id, published, onComplete}) => {
  const client = useClient({apiVersion})
  const toast = useToast()
  return {
    label: 'Open the page',
    icon: EarthGlobeIcon,
    disabled: !published,
    title: published ? undefined : 'A role has a page once it is published.',
    onHandle: () => {
      onComplete()
      // At once, while the browser still knows that somebody clicked.
      const tab = window.open('about:blank')
      pageAddress(client, id)
        .catch(() => null)
        .then((address) => {
          if (address && tab) tab.location.replace(address)
          else {
            tab?.close()
            toast.push({
              status: 'warning',
              title: address ? 'The browser did not open it.' : noAddress,
              description: address,
            })
          }
        })
    },
  }
}

export const noAddress = 'The page has no address yet: give the site’s address in the settings.'
